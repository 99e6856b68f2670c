"""Choices of the reports' filters, asked when the filter is read."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit


class OneOf(forms.ChoiceField):
    """One of few choices or all; `usual` is what is shown when nothing is chosen."""

    def __init__(self, *, all_label, choices=(), **options):
        self.all_label = all_label
        options.setdefault("required", False)
        options.setdefault("initial", "")
        super().__init__(choices=[("", all_label), *choices], **options)

    def offer(self, choices):
        """Give the choices that are known only now."""
        self.choices = [("", self.all_label), *choices]


def types(models):
    """Page types as choices."""
    return [(model._meta.label_lower, model.get_verbose_name()) for model in models]


def people(keys):
    """People with these keys as choices, by name."""
    found = get_user_model().objects.filter(pk__in={key for key in keys if key}).order_by("name", "pk")
    return [(str(person.pk), person.name or person.email) for person in found]


def units():
    """Units that work, in their order."""
    return [(str(unit.pk), unit.name) for unit in Unit.objects.filter(is_active=True).order_by("order", "name", "pk")]


NOBODY = ("none", _("nobody"))
