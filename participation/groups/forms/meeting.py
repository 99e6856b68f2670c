"""Forms of a meeting's steps."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from casework.forms import TransitionForm
from core.forms import HouseForm, TextField
from participation.groups.enums import Verdict
from participation.groups.forms.fields import MomentField
from participation.groups.models import Attendance, Member, Recommendation
from participation.groups.numbers import latest_announcement, quorum_of

LONGEST = timedelta(days=2)


class PlanFields(forms.Form):
    """When and where; a plan that can no longer be announced in time is refused at once."""

    starts_at = MomentField(label=_("Begins"))
    place = TextField(label=_("Place"), max_length=300, required=False)
    online_url = forms.URLField(label=_("Link to join or watch"), max_length=500, required=False, assume_scheme="https")

    def moment(self):
        """The moment against which the plan is checked."""
        return timezone.now()

    def clean(self):
        """Somewhere, and late enough for the agenda to be known before."""
        cleaned = super().clean()
        if not cleaned.get("place") and not cleaned.get("online_url"):
            self.add_error("place", _("Write a place, or a link for a meeting online."))
        if starts_at := cleaned.get("starts_at"):
            cleaned["announce_by"] = latest_announcement(starts_at)
            if cleaned["announce_by"] < timezone.localdate(self.moment()):
                words = _("The agenda had to be announced by %(date)s. Choose a later date.")
                self.add_error("starts_at", words % {"date": date_format(cleaned["announce_by"], "j E Y")})
        return cleaned


class NewMeetingForm(PlanFields, HouseForm):
    """A meeting that does not exist yet."""


class PlanForm(PlanFields, TransitionForm):
    """Another time or place of a planned meeting."""

    def moment(self):
        """The moment of the step."""
        return self.now

    def prepare(self):
        """Begin with the plan as it is."""
        for name in ("starts_at", "place", "online_url"):
            self.initial.setdefault(name, getattr(self.case, name))


class RescheduleForm(PlanForm):
    """Another date and why."""

    reason = TextField(label=_("Reason"), max_length=500, lines=2, help_text=_("Everyone reads it."))


class PresenceForm(TransitionForm):
    """Which members came."""

    present = forms.MultipleChoiceField(label=_("Present"), widget=forms.CheckboxSelectMultiple, required=False)

    def prepare(self):
        """Offer the members in office on the day; those who meant to come are ticked."""
        day = timezone.localdate(self.case.starts_at)
        self.members = list(Member.objects.on(day).filter(body=self.case.group_id))
        self.fields["present"].choices = [(str(member.pk), member.name) for member in self.members]
        coming = Attendance.objects.filter(meeting=self.case.pk, intention__in=("coming", "online"))
        self.initial.setdefault("present", [str(pk) for pk in coming.values_list("member", flat=True)])

    def has_quorum(self):
        """Whether enough members came."""
        return len(self.cleaned_data.get("present", ())) >= quorum_of(len(self.members))


class HoldForm(PresenceForm):
    """Attendance with quorum."""

    ended_at = MomentField(label=_("Ended"))
    recording_url = forms.URLField(
        label=_("Link to the recording"), max_length=500, required=False, assume_scheme="https"
    )

    def prepare(self):
        """Begin with now."""
        super().prepare()
        self.initial.setdefault("ended_at", self.now)

    def clean_ended_at(self):
        """After the beginning, not in the future."""
        moment = self.cleaned_data["ended_at"]
        if not self.case.starts_at <= moment <= max(self.now, self.case.starts_at) + timedelta(minutes=5):
            raise forms.ValidationError(_("The end lies after the beginning and not in the future."))
        if moment - self.case.starts_at > LONGEST:
            raise forms.ValidationError(_("A meeting is not that long. Check the date."))
        return moment

    def clean(self):
        """Without a quorum the meeting was not held."""
        cleaned = super().clean()
        if not self.has_quorum():
            words = _(
                "There is no quorum: %(quorum)s of %(members)s must be present. Record the meeting as one without quorum."
            )
            numbers = {"quorum": quorum_of(len(self.members)), "members": len(self.members)}
            self.add_error("present", words % numbers)
        return cleaned


class NoQuorumForm(PresenceForm):
    """Attendance of a meeting that could not be held."""

    def clean(self):
        """With a quorum the meeting was held."""
        cleaned = super().clean()
        if self.members and self.has_quorum():
            self.add_error("present", _("There is a quorum: record the meeting as held."))
        return cleaned


class MinutesForm(TransitionForm):
    """Who signs; decisions, votes and recommendations are written on the meeting's screen before."""

    chair_name = TextField(label=_("Chaired by"), max_length=200)
    secretary_name = TextField(label=_("Minutes kept by"), max_length=200)
    opening = TextField(
        label=_("Beginning of the minutes"),
        lines=4,
        max_length=10_000,
        required=False,
        help_text=_("Guests, what was said before the first question."),
    )

    def prepare(self):
        """Offer the chair and the secretary of the body."""
        people = {member.position: member.name for member in Member.objects.on().filter(body=self.case.group_id)}
        self.initial.setdefault("chair_name", people.get("chair", ""))
        self.initial.setdefault(
            "secretary_name", people.get("secretary", self.actor.user.name if self.actor.user else "")
        )
        self.initial.setdefault("opening", self.case.opening)


class AnswerForm(TransitionForm):
    """The authority's answer to one recommendation: a word and reasons."""

    recommendation = forms.ModelChoiceField(Recommendation.objects.none(), label=_("Recommendation"), empty_label=None)
    verdict = forms.ChoiceField(
        label=_("Answer"), choices=[pair for pair in Verdict.choices if pair[0] != "waiting"], widget=forms.RadioSelect
    )
    reason = TextField(
        label=_("Reasons"),
        lines=5,
        max_length=10_000,
        help_text=_("What will be done and when, or why not. Everyone reads it."),
    )

    def prepare(self):
        """Offer those that wait."""
        field = self.fields["recommendation"]
        field.queryset = self.case.recommendations.filter(verdict=Verdict.WAITING)
        field.label_from_instance = lambda row: f"{row.order}. {row.text[:120]}"
