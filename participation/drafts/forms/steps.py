"""Forms of a consultation's steps; the rule behind each field is checked here, whoever fires the step."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from casework.forms import TransitionForm
from core.forms import TextField
from participation.drafts.windows import earliest_end


def day_field(**options):
    """A day, chosen in the browser's calendar."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class LastDayForm(TransitionForm):
    """Until when comments are taken: not shorter than the statute says, counted from today."""

    closes_on = day_field(label=_("Last day for comments"))

    def prepare(self):
        """Offer the earliest day."""
        self.earliest = earliest_end(self.case.specific.profile, self.now)
        words = _("Not earlier than %(day)s: the statute of the community sets the shortest time.")
        self.fields["closes_on"].help_text = words % {"day": date_format(self.earliest, "j E Y")}
        self.initial.setdefault("closes_on", self.earliest)

    def clean_closes_on(self):
        """Refuse a shorter time, and a year written by a slip of the hand."""
        day = self.cleaned_data["closes_on"]
        if day < self.earliest:
            words = _("Too short: comments must be taken at least until %(day)s.")
            raise forms.ValidationError(words % {"day": date_format(self.earliest, "j E Y")})
        if (day - timezone.localdate(self.now)).days > 366:
            raise forms.ValidationError(_("This day is more than a year away. Check the year."))
        return day


class ProlongForm(TransitionForm):
    """A later last day and why."""

    closes_on = day_field(label=_("New last day for comments"))
    reason = TextField(label=_("Reason"), max_length=2000, lines=3, help_text=_("Everyone reads it."))

    def clean_closes_on(self):
        """The time is only made longer."""
        day = self.cleaned_data["closes_on"]
        if day <= self.case.specific.closes_on:
            raise forms.ValidationError(_("The new day must be later than the present one."))
        if (day - timezone.localdate(self.now)).days > 366:
            raise forms.ValidationError(_("This day is more than a year away. Check the year."))
        return day


class ReportForm(TransitionForm):
    """The report on the consultation."""

    report = TextField(
        label=_("What changed and why"),
        max_length=20_000,
        lines=10,
        help_text=_("Everyone reads it; the table of comments and decisions stands below it."),
    )


class CloseForm(TransitionForm):
    """What became of the draft."""

    outcome = forms.ChoiceField(label=_("What became of the draft"), choices=(), widget=forms.RadioSelect)
    act = TextField(
        label=_("Act adopted"), max_length=300, required=False, help_text=_("Who adopted it, date and number.")
    )

    def prepare(self):
        """Offer the outcomes of the procedure."""
        self.fields["outcome"].choices = list(self.case.rules.outcomes.items())

    def clean(self):
        """An adopted act is named."""
        cleaned = super().clean()
        if cleaned.get("outcome") in {"adopted", "changed"} and not cleaned.get("act"):
            self.add_error("act", _("Name the act that was adopted."))
        return cleaned


class PublicReasonForm(TransitionForm):
    """A reason that everyone reads."""

    reason = TextField(label=_("Reason"), max_length=2000, lines=4, help_text=_("Everyone reads it."))
