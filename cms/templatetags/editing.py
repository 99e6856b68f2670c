"""What the page editor shows beside Wagtail's own."""

from django import template

from cms import readiness

register = template.Library()


@register.inclusion_tag("cms/staff/checklist.html")
def readiness_checklist(page):
    """The checklist of the page that is being edited: its newest saved draft against the requirements of its type."""
    if not readiness.has_requirements(type(page)):
        return {"lines": []}
    if page.pk is None:
        lines = [readiness.Line(line.message, False) for line in readiness.requirements_of(type(page))]
        return {"lines": lines, "is_new": True}
    lines = readiness.checklist(page)
    return {"lines": lines, "left": sum(not line.done for line in lines)}
