"""The form of one row."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import HouseModelForm, TextField
from core.workdays import Unit
from participation.statute.enums import Measure
from participation.statute.models import StatuteParameter
from participation.statute.numbers import profile_label
from participation.statute.services import FIELDS, why_fixed, why_not_from

FIRST_DAY = date(1991, 8, 24)
FURTHEST = timedelta(days=3660)
LARGEST = {Measure.PERCENT: 100, Measure.PEOPLE: 1_000_000, Measure.TIMES: 1000, Measure.MONTH: 120}
LARGEST_TERM = 3660


class RowForm(HouseModelForm):
    """A number with its act and day. `declaration` says what it sets; a row that holds already is refused."""

    value = forms.IntegerField(label=_("How much"), min_value=0, max_value=1_000_000)
    act = TextField(label=_("Act"), max_length=300, help_text=_("Decision of the council: date, number, clause."))
    valid_from = forms.DateField(
        label=_("Holds from"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    class Meta:
        model = StatuteParameter
        fields = list(FIELDS)

    def __init__(self, *args, declaration, profile="", **kwargs):
        super().__init__(*args, **kwargs)
        self.declaration = declaration
        self.instance.key = declaration.key
        self.fields["unit"].choices = [(unit, Measure(unit).label) for unit in units_of(declaration)]
        self._ask_profile(profile)
        if not self.instance.pk:
            self.initial["value"], self.initial["unit"] = declaration.default_for(profile)

    def _ask_profile(self, profile):
        """Offer the profiles of the declaration; a number without any is for everything."""
        profiles = dict.fromkeys([*self.declaration.profiles, *filter(None, [profile, self.instance.profile])])
        choices = [
            ("", _("Everything that has no number of its own")),
            *((key, profile_label(key)) for key in profiles),
        ]
        self.fields["profile"] = forms.ChoiceField(label=_("Only for"), choices=choices, required=False)
        self.fields["profile"].hide_optional = True
        if not profiles:
            self.fields["profile"].widget = forms.HiddenInput()
        if not self.instance.pk:
            self.initial["profile"] = profile

    def clean_valid_from(self):
        """A day that a council can mean."""
        day = self.cleaned_data["valid_from"]
        if not FIRST_DAY <= day <= timezone.localdate() + FURTHEST:
            raise ValidationError(_("Write a day between 24 August 1991 and ten years from now."))
        return day

    def clean(self):
        """Within what the unit can bear; never a change of what holds or held."""
        cleaned = super().clean()
        if self.instance.pk and (reason := why_fixed(StatuteParameter.objects.get(pk=self.instance.pk))):
            raise ValidationError(reason)
        value, unit, day = (cleaned.get(name) for name in ("value", "unit", "valid_from"))
        if value is not None and unit and (problem := too_much(value, unit)):
            self.add_error("value", problem)
        if day and "profile" in cleaned:
            reason = why_not_from(self.declaration.key, cleaned["profile"], day, besides=self.instance.pk)
            if reason:
                self.add_error("valid_from", reason)
        return cleaned

    def validate_constraints(self):
        """Left to `clean`, whose words say what to do."""

    @property
    def facts(self):
        """What the verbs take."""
        return {name: self.cleaned_data[name] for name in FIELDS}


def units_of(declaration):
    """A term may be given in any unit of time; people stay people."""
    return Unit.values if declaration.unit in Unit.values else [declaration.unit]


def too_much(value, unit):
    """What is wrong with so many; nothing when it is possible."""
    if unit in Unit.values and value < 1:
        return _("A term is at least one.")
    largest = LARGEST.get(unit, LARGEST_TERM)
    return _("At most %(largest)d.") % {"largest": largest} if value > largest else ""
