"""The hidden token of a form in a part that is included with `only`, which cuts the page's own variables off."""

from django import template
from django.middleware.csrf import get_token
from django.utils.html import format_html

register = template.Library()


@register.simple_tag(takes_context=True)
def form_token(context):
    """The hidden input with the page's token; nothing when there is no request."""
    request = getattr(context, "request", None)
    if request is None:
        return ""
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request))


@register.simple_tag(takes_context=True)
def here(context):
    """The address of the page that is drawn, to come back to."""
    request = getattr(context, "request", None)
    return request.get_full_path() if request is not None else ""
