"""Forms of the screens of places and visits."""

from datetime import timedelta

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, TextField

FARTHEST = timedelta(days=366)
MOST_WEEKS = 8


def day_input():
    """The browser's own calendar."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def time_input():
    """The browser's own clock."""
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class DaysForm(HouseForm):
    """Closed today because…, or other hours."""

    reason = TextField(
        label=_("Reason"), max_length=200, lines=2, help_text=_("Readers see it: “no electricity”, “staff training”.")
    )
    first_day = forms.DateField(label=_("First day"), widget=day_input())
    last_day = forms.DateField(label=_("Last day"), widget=day_input())
    opens = forms.TimeField(
        label=_("Opens at"), required=False, widget=time_input(), help_text=_("Leave both empty when it is closed.")
    )
    closes = forms.TimeField(label=_("Closes at"), required=False, widget=time_input())

    def __init__(self, *args, **kwargs):
        today = timezone.localdate()
        kwargs["initial"] = {"first_day": today, "last_day": today, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def clean(self):
        """Days in order and not of the past; both hours or none."""
        cleaned = super().clean()
        first, last, today = cleaned.get("first_day"), cleaned.get("last_day"), timezone.localdate()
        if first and last and last < first:
            self.add_error("last_day", _("The last day must not be before the first."))
        elif last and last < today:
            self.add_error("last_day", _("This day has passed."))
        elif last and last > today + FARTHEST:
            self.add_error("last_day", _("Choose a day within a year."))
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if (opens is None) != (closes is None):
            self.add_error("closes", _("Give both hours, or neither."))
        elif opens and closes <= opens:
            self.add_error("closes", _("The closing time must be later than the opening time."))
        return cleaned


class ConfirmForm(HouseForm):
    """Nothing to fill in."""


class ReasonForm(HouseForm):
    """Why."""

    reason = TextField(label=_("Reason"), max_length=250, lines=2, help_text=_("Readers of the schedule see it."))


class MoveForm(ReasonForm):
    """To which day, and why."""

    day = forms.DateField(label=_("New day"), widget=day_input())
    field_order = ("day", "reason")


class RestoreForm(HouseForm):
    """Why, if it is worth saying."""

    reason = TextField(label=_("Reason"), max_length=250, lines=2, required=False)


class RepeatForm(HouseForm):
    """Every n weeks until."""

    weeks = forms.IntegerField(
        label=_("Every so many weeks"), initial=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_WEEKS)]
    )
    until = forms.DateField(label=_("Until the day"), widget=day_input())

    def clean_until(self):
        """Within a year."""
        until, today = self.cleaned_data["until"], timezone.localdate()
        if not today <= until <= today + FARTHEST:
            raise forms.ValidationError(_("Choose a day within a year."))
        return until
