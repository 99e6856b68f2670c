"""Facts of a service in words, for paper."""

from django import template

from cms.paper import words

register = template.Library()
register.filter("applicants", words.applicants)
register.filter("fee_sum", words.fee_sum)


@register.filter
def ways_to_receive(service):
    """The chosen ways in words."""
    return service._meta.get_field("ways_to_receive").labels(service)
