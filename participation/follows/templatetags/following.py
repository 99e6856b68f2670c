"""What a form in a part needs that is included with `only`, which cuts the page's own variables off."""

from django import template
from django.middleware.csrf import get_token

register = template.Library()


@register.simple_tag(takes_context=True)
def form_token(context):
    """The page's token against forgery, for `{% csrf_token %}`; nothing when there is no request."""
    request = getattr(context, "request", None)
    return get_token(request) if request is not None else ""


@register.simple_tag(takes_context=True)
def here(context):
    """The address of the page that is drawn, to come back to."""
    request = getattr(context, "request", None)
    return request.get_full_path() if request is not None else ""
