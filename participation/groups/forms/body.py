"""Forms of a body's steps; the rule behind each field is checked here, whoever fires the step."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from casework.forms import TransitionForm
from core.forms import TextField
from core.workdays.terms import add_months
from participation.groups.enums import BodyKind, Position
from participation.groups.forms.fields import day_field
from participation.groups.guards import running_call
from participation.groups.models import Member
from participation.groups.numbers import CALL, end_of

LONGEST_CALL = timedelta(days=366)
MOST_SEATS = 500


class AboutForm(TransitionForm):
    """What the body is and what for, in words for everyone."""

    name = TextField(label=_("Name of the body"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=BodyKind.choices)
    purpose = TextField(label=_("Purpose"), lines=5, max_length=5000, help_text=_("What it advises on and for whom."))
    statute = TextField(
        label=_("Statute of the body"),
        lines=8,
        max_length=20_000,
        required=False,
        help_text=_("The regulation in words; the signed document is added to the documents."),
    )
    public_contact = TextField(
        label=_("Public contact"), max_length=300, required=False, help_text=_("An office telephone or e-mail.")
    )

    def prepare(self):
        """Begin with what is known."""
        for name in self.fields:
            if hasattr(self.case, name):
                self.initial.setdefault(name, getattr(self.case, name))


class FoundForm(AboutForm):
    """The founding decision and what it sets."""

    founding_act = TextField(
        label=_("Founding decision"), max_length=300, help_text=_("Which body decided, date, number.")
    )
    founded_on = day_field(_("Founded on"))
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS)
    term_months = forms.IntegerField(label=_("Term of a mandate, months"), min_value=1, max_value=120, initial=24)

    field_order = ("founding_act", "founded_on", "name", "kind", "purpose", "seats", "term_months")

    def clean_founded_on(self):
        """A decision lies in the past."""
        day = self.cleaned_data["founded_on"]
        if day > timezone.localdate(self.now):
            raise forms.ValidationError(_("The decision lies in the future. Record it on its day."))
        return day


class LastDayMixin:
    """A call is open at least as long as the statute says."""

    def clean_closes_on(self):
        """Count from today, or from the opening of the call that is extended."""
        day, call = self.cleaned_data["closes_on"], running_call(self.case)
        earliest = call.closes_on + timedelta(days=1) if call else end_of(CALL, self.now)
        if day < earliest:
            words = (
                _("By the statute the call lasts at least to %(date)s.") if not call else _("Choose %(date)s or later.")
            )
            raise forms.ValidationError(words % {"date": date_format(earliest, "j E Y")})
        if day - timezone.localdate(self.now) > LONGEST_CALL:
            raise forms.ValidationError(_("A call is not longer than a year. Check the year."))
        return day


class CallForm(LastDayMixin, TransitionForm):
    """Whom the body seeks, what they bring, until when."""

    seats = forms.IntegerField(label=_("Seats to fill"), min_value=1, max_value=MOST_SEATS)
    criteria = TextField(
        label=_("Criteria"),
        lines=6,
        max_length=5000,
        help_text=_("One in a line. Decisions on applications refer to them."),
    )
    documents = TextField(
        label=_("Documents"),
        lines=4,
        max_length=5000,
        required=False,
        help_text=_("One in a line. Ask for no more than needed."),
    )
    closes_on = day_field(_("Last day of the call"))

    def prepare(self):
        """Offer the free seats and the shortest call."""
        self.free = (self.case.seats or 0) - Member.objects.on(timezone.localdate(self.now)).filter(
            body=self.case.pk
        ).count()
        self.initial.setdefault("seats", max(self.free, 1))
        self.initial.setdefault("closes_on", end_of(CALL, self.now))

    def clean_seats(self):
        """No more than the founding decision sets; a new composition replaces the old one in time."""
        seats = self.cleaned_data["seats"]
        if seats > self.case.seats:
            raise forms.ValidationError(_("The body has %(seats)s seats in all.") % {"seats": self.case.seats})
        return seats


class ExtendCallForm(LastDayMixin, TransitionForm):
    """A later last day and why."""

    closes_on = day_field(_("New last day"))
    reason = TextField(label=_("Reason"), max_length=500, lines=2, help_text=_("Everyone reads it."))


class CompositionForm(TransitionForm):
    """The decision on the composition: its act, the mandates, who does what."""

    act = TextField(
        label=_("Decision on the composition"), max_length=300, help_text=_("Which body decided, date, number.")
    )
    mandate_from = day_field(_("Mandate from"))
    mandate_to = day_field(_("Mandate to"))

    def prepare(self):
        """Ask for the position of everyone accepted."""
        today, call = timezone.localdate(self.now), running_call(self.case)
        self.initial.setdefault("mandate_from", today)
        self.initial.setdefault("mandate_to", add_months(today, self.case.term_months or 24) - timedelta(days=1))
        accepted = call.applications.filter(state="accepted").select_related("applicant").order_by("pk") if call else ()
        for application in accepted:
            self.fields[f"position_{application.pk}"] = forms.ChoiceField(
                label=_("Position of %(name)s") % {"name": application.applicant.name},
                choices=Position.choices,
                initial=Position.MEMBER,
            )

    def clean(self):
        """Dates in order; one chair; the term of the body reaches as far as its longest mandate."""
        cleaned = super().clean()
        start, end = cleaned.get("mandate_from"), cleaned.get("mandate_to")
        if start and end and end <= start:
            self.add_error("mandate_to", _("The mandate ends before it begins."))
        if list(cleaned.values()).count(Position.CHAIR) > 1:
            raise forms.ValidationError(_("A body has one chair."))
        if end:
            cleaned["term_ends_on"] = max(end, self.case.term_ends_on or end)
            self._check_seats(start or timezone.localdate(self.now))
        return cleaned

    def _check_seats(self, day):
        """The composition may not be larger than the body."""
        staying = Member.objects.on(day).filter(body=self.case.pk).count()
        coming = sum(name.startswith("position_") for name in self.fields)
        if staying + coming > self.case.seats:
            words = _("The body has %(seats)s seats; that day %(staying)s are taken and %(coming)s come.")
            raise forms.ValidationError(words % {"seats": self.case.seats, "staying": staying, "coming": coming})


class ProlongForm(TransitionForm):
    """The decision that prolongs the term."""

    act = TextField(label=_("Decision"), max_length=300, help_text=_("Which body decided, date, number."))
    until = day_field(_("New end of the term"))

    def clean_until(self):
        """Later than now set."""
        day = self.cleaned_data["until"]
        if self.case.term_ends_on and day <= self.case.term_ends_on:
            raise forms.ValidationError(_("Choose a day after the present end of the term."))
        return day
