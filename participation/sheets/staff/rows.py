"""The table into which an operator keys a sheet: one line per row, read and judged apart from the others."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from casework.errors import Refused
from core.forms import HouseForm, TextField
from participation.sheets.dates import BirthDateField
from participation.sheets.enums import RefusalReason
from participation.sheets.forms import check_birth_date
from participation.sheets.keys import folded_name
from participation.sheets.services import key_in

SEEN_ON_PAPER = (RefusalReason.NO_SIGNATURE, RefusalReason.ILLEGIBLE, RefusalReason.NOT_RESIDENT)


class RowForm(HouseForm):
    """One row as it is read. An empty line is no row; a settlement left out is that of the line above."""

    name = TextField(label=_("Surname, name, patronymic"), max_length=200, required=False, autocomplete="off")
    birth_date = BirthDateField(label=_("Date of birth"), required=False, validators=[check_birth_date])
    place = forms.ChoiceField(label=_("Settlement"), required=False)
    refusal = forms.ChoiceField(
        label=_("Not to be counted, because"),
        required=False,
        choices=[("", "—"), *((reason.value, reason.label) for reason in SEEN_ON_PAPER)],
    )
    anew = forms.BooleanField(label=_("Replace what is keyed in"), required=False)

    def __init__(self, *args, places, collection, line, **kwargs):
        number = line.number
        super().__init__(
            *args, prefix=f"r{number}", auto_id=f"r{number}-%s", initial={"anew": bool(line.row)}, **kwargs
        )
        self.number, self.collection, self.keyed_name = number, collection, line.name if line.row else None
        self.fields["place"].choices = [("", _("as above")), *places]
        for name in ("name", "birth_date"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        for bound in self:
            described = f"r{number}-said" if self.is_bound and self.errors else ""
            bound.field.widget.attrs.update({"aria-label": f"{number}: {bound.label}"})
            if described:
                bound.field.widget.attrs["aria-describedby"] = described

    @property
    def is_empty(self):
        """Nothing was typed (a settlement alone is nothing)."""
        return not any(
            str(self.data.get(self.add_prefix(name)) or "").strip() for name in ("name", "birth_date", "refusal")
        )

    def clean(self):
        """What counts needs a whole name, and a date where dates are asked; another's work is not overwritten unseen."""
        data = super().clean()
        other = self.keyed_name is not None and folded_name(self.keyed_name) != folded_name(data.get("name", ""))
        if other and not data.get("anew"):
            message = _("This row is keyed in already: %(name)s. Tick “Replace” if yours is right.")
            raise forms.ValidationError(message % {"name": self.keyed_name or "—"}, code="keyed")
        if data.get("refusal"):
            return data
        if "name" not in self.errors and len(data.get("name", "").split()) < 2:
            self.add_error("name", _("Write the surname and the name, or say why the row does not count."))
        if self.collection.asks_birth_date and "birth_date" not in self.errors and not data.get("birth_date"):
            self.add_error("birth_date", _("The date of birth is missing. If it is missing on paper too, choose why."))
        return data


@dataclass
class Line:
    """A row of the screen: its number, what is keyed in already, the form when it is open for typing."""

    number: int
    row: Any = None
    form: Any = None

    @property
    def record(self):
        """The voice that the row gave, or None."""
        return next((record for record in self.row.records.all() if record.is_standing), None) if self.row else None

    @property
    def name(self):
        """Whose row it is."""
        record = self.record or (self.row and next(iter(self.row.records.all()), None))
        return record.name if record and record.name else (self.row.name if self.row else "")


def places():
    """The settlements for every line, read once."""
    return [(str(pk), name) for pk, name in Settlement.objects.values_list("pk", "name")]


def lines_of(sheet, data=None, correcting=None):
    """All rows of a sheet: keyed ones closed, the others open for typing.

    A keyed row opens when it is being corrected, and when something was typed into it while another operator was keying
    the same sheet: nothing that was typed is lost.
    """
    keyed = sheet.keyed.select_related("repeats__sheet_row__sheet", "keyed_by").prefetch_related("records__settlement")
    rows, choices = {row.number: row for row in keyed}, places()
    lines = []
    for number in sheet.row_numbers:
        line = Line(number, rows.get(number))
        form = RowForm(data, places=choices, collection=sheet.collection, line=line)
        if line.row is None or number == correcting or (data is not None and not form.is_empty):
            line.form = form
        lines.append(line)
    return lines


def save_lines(sheet, lines, *, actor):
    """Key in every line that is whole; return (lines that were keyed in, lines that were not).

    Each line is a transaction of its own: a mistake in one loses nothing of the others.
    """
    done, left, above = [], [], None
    settlements = {str(place.pk): place for place in Settlement.objects.all()}
    for line in lines:
        form = line.form
        if form is None or form.is_empty:
            above = settlements.get(str(line.record.settlement_id), above) if line.record else above
            line.form = None if line.row else form
            continue
        above = settlements.get(form.data.get(form.add_prefix("place")), above)
        if form.is_valid() and _keyed(sheet, line, above, actor):
            done.append(line)
        else:
            left.append(line)
    return done, left


def _keyed(sheet, line, settlement, actor):
    """Key one line in; a refusal stays beside it."""
    data = line.form.cleaned_data
    try:
        line.row = key_in(
            sheet,
            line.number,
            name=data["name"],
            birth_date=data["birth_date"],
            settlement=settlement,
            refusal=data["refusal"],
            actor=actor,
        )
    except Refused as refusal:
        line.form.add_error(None, str(refusal))
        return False
    line.form = None
    return True
