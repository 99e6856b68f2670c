"""The sections of `/kabinet/`. Rooms register theirs; this package knows none of them."""

from django.template.loader import render_to_string

_sections = {}


def register(order, section):
    """Show `section` in the cabinet; sections stand by `order`, then by registration.

    `section(request)` returns (template name, context), or None when there is nothing to show to this resident.
    """
    _sections[section] = order


def render_sections(request):
    """Return the HTML of every section that has something to show to `request.user`."""
    shown = (section(request) for section in sorted(_sections, key=_sections.get))
    return [render_to_string(template, context, request) for template, context in filter(None, shown)]
