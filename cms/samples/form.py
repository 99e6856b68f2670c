"""The form that fills in a sample, made of the rows that the editor wrote."""

from django import forms
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cms.samples.kinds import FieldKind
from core.forms import EmailField, HouseForm, PhoneField, TextField

PREFIX = "zrazok"  # keeps the editor's names apart from those of the page
LINE, TEXT = 200, 2000  # characters, when the editor gave no limit
RADIO_UP_TO = 6


def make_form(rows, data=None):
    """A form with one field for each of `rows` (objects with key, label, hint, kind …), bound when `data` is given."""
    form = HouseForm(data, prefix=PREFIX)
    for row in rows:
        form.fields[row.key] = _MAKERS[row.kind](row, _common(row))
    return form


def written(form, rows):
    """What a valid form puts into the template: {key: text}, dates in Ukrainian words."""
    return {row.key: _in_words(form.cleaned_data.get(row.key)) for row in rows}


def date_in_words(day):
    """A date as documents write it: 23 листопада 2026 року."""
    with override("uk"):
        return f"{date_format(day, 'j E Y')} року"


def _in_words(value):
    if value in (None, ""):
        return ""
    return date_in_words(value) if hasattr(value, "year") else str(value)


def _common(row):
    return {"label": row.label, "help_text": escape(row.hint), "required": row.required}


def _text(row, common):
    return TextField(max_length=row.max_length or LINE, autocomplete=row.autocomplete, **common)


def _long(row, common):
    return TextField(max_length=row.max_length or TEXT, lines=6, autocomplete=row.autocomplete, **common)


def _date(row, common):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    if row.autocomplete:
        widget.attrs["autocomplete"] = row.autocomplete
    words = {"invalid": _("Write the date as day.month.year, for example 05.03.2026.")}
    return forms.DateField(input_formats=["%Y-%m-%d", "%d.%m.%Y"], widget=widget, error_messages=words, **common)


def _choice(row, common):
    options = [(text, text) for text in row.options]
    few = len(options) <= RADIO_UP_TO
    if not few or not row.required:
        options = [("", _("Not chosen")), *options]
    widget = forms.RadioSelect if few else forms.Select
    words = {"invalid_choice": _("Choose one from the list.")}
    return forms.ChoiceField(choices=options, widget=widget, error_messages=words, **common)


_MAKERS = {
    FieldKind.TEXT: _text,
    FieldKind.LONG: _long,
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.EMAIL: lambda row, common: EmailField(**common),
    FieldKind.PHONE: lambda row, common: PhoneField(**common),
}
