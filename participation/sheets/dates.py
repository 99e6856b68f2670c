"""Dates of birth as people type them."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_GROUPS = re.compile(r"^(\d{1,2})[\s./,-]+(\d{1,2})[\s./,-]+(\d{4})$")
_BACKWARDS = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_SOLID = re.compile(r"^(\d{2})(\d{2})(\d{4})$")


def read_date(text):
    """The date behind "17.05.1980", "17 5 1980", "17051980" or "1980-05-17". Raises ValueError."""
    text = str(text).strip()
    if found := _GROUPS.match(text) or _SOLID.match(text):
        day, month, year = found.groups()
    elif found := _BACKWARDS.match(text):
        year, month, day = found.groups()
    else:
        raise ValueError(text[:40])
    return date(int(year), int(month), int(day))


class BirthDateField(forms.DateField):
    """A date typed by keyboard, digits alone will do; calendars are slow for years long past."""

    def __init__(self, **options):
        attrs = {"inputmode": "numeric", "autocomplete": "bday", "placeholder": "", "maxlength": 20}
        options.setdefault("widget", forms.DateInput(attrs=attrs, format="%d.%m.%Y"))
        options.setdefault("error_messages", {"invalid": _("Write the date as 17.05.1980.")})
        super().__init__(**options)

    def to_python(self, value):
        """The date, however it is typed."""
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return read_date(value)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
