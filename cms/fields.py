"""A field that holds several of a few choices."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoiceListField(models.JSONField):
    """A list of values of `choices_enum` (a TextChoices), ticked by the editor; kept in the order of the enum.

    Printed, never filtered by: databases search lists of JSON differently. What lists filter by has a column of its own.
    """

    def __init__(self, *args, choices_enum=None, **kwargs):
        self.choices_enum = choices_enum
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        """Offer tick boxes."""
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        return forms.MultipleChoiceField(
            choices=self.choices_enum.choices,
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
        )

    def validate(self, value, instance):
        """Refuse values that the enum lacks."""
        super().validate(value, instance)
        unknown = [item for item in value if item not in (self.choices_enum.values if self.choices_enum else value)]
        if unknown:
            raise ValidationError(_("Choose from the list."), code="invalid_choice")

    def labels(self, instance):
        """The chosen labels in the order of the enum."""
        chosen = set(getattr(instance, self.attname) or ())
        return [choice.label for choice in self.choices_enum if choice.value in chosen]
