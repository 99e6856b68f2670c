"""The house's form renderer."""

from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Renders every field through `django/forms/field.html`."""
