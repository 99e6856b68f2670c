"""Names of fields and lists of a service in the words of the workbook."""

from django import template

from cms.sheets.columns import CHILDREN, SERVICES

register = template.Library()


@register.filter
def headings(names):
    """“Title, In one sentence, Documents” from keys of fields and sheets."""
    lists = {sheet.key: sheet.title for sheet in CHILDREN}
    found = [SERVICES.column(name).heading if SERVICES.column(name) else lists.get(name, name) for name in names]
    return ", ".join(str(label) for label in found)
