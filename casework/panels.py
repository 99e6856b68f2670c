"""Sections that rooms add to the page of a case, for its applicant and for staff."""

from django.template.loader import render_to_string

_panels = []


def register(panel):
    """Show `panel` on every case's page: a function of (case) that returns (template name, context), or None."""
    if panel not in _panels:
        _panels.append(panel)


def render_panels(case, request):
    """Return the HTML of every panel that has something to show for `case`."""
    return [
        render_to_string(template, context, request) for template, context in filter(None, (p(case) for p in _panels))
    ]
