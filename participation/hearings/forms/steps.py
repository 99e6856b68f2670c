"""Forms of the steps of a hearing and of the answers to its proposals."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import Role
from casework.forms import TransitionForm
from core.forms import TextField
from participation.hearings import guards
from participation.hearings.enums import Format, NotHeld, PauseReason
from participation.hearings.services.notice import notice_end

MOST_PLACES = 5000
SITS = (Role.HEAD, Role.DESK_OPERATOR, Role.OFFICIAL)


class MomentInput(forms.DateTimeInput):
    """The browser's own picker of a day and an hour."""

    def __init__(self):
        super().__init__(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


def moment_field(**options):
    """A moment in local time."""
    return forms.DateTimeField(widget=MomentInput(), **options)


class DateForm(TransitionForm):
    """When: later than the notice lets it be."""

    starts_at = moment_field(label=_("Begins"))
    ends_at = moment_field(label=_("Ends"))

    def clean(self):
        """The end after the beginning, the beginning after the notice that an announcement today would need."""
        cleaned = super().clean()
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("The hearing ends before it begins."))
        if starts_at:
            end, _key = notice_end(self.case.profile, self.now)
            if starts_at <= end:
                told = _("Notice must last until %(day)s: choose a later day.") % {"day": guards.day(end)}
                self.add_error("starts_at", told)
        return cleaned


class AppointForm(DateForm):
    """The order: when, where, how many places, who chairs and who writes."""

    order_number = TextField(label=_("Order"), max_length=200, help_text=_("Kind, date and number of the act."))
    format = forms.ChoiceField(label=_("How it is held"), choices=Format.choices)
    place = TextField(label=_("Place"), max_length=300, required=False)
    access_note = TextField(
        label=_("Accessibility of the place"),
        max_length=1000,
        lines=2,
        required=False,
        help_text=_("Ramp, lift, shelter."),
    )
    stream_url = forms.URLField(label=_("Link of the live stream"), required=False, assume_scheme="https")
    places = forms.IntegerField(label=_("Places in the hall"), min_value=0, max_value=MOST_PLACES, initial=50)
    reserved = forms.IntegerField(
        label=_("Of them reserved"),
        min_value=0,
        max_value=MOST_PLACES,
        initial=4,
        help_text=_("For those who need a place near the door or the interpreter."),
    )
    chair = forms.ModelChoiceField(User.objects.none(), label=_("Chair"))
    secretary = forms.ModelChoiceField(User.objects.none(), label=_("Secretary"))

    field_order = ["order_number", "starts_at", "ends_at"]

    def prepare(self):
        """Begin with what the hearing already has; offer staff who work with cases."""
        people = User.objects.with_role(*SITS).filter(is_active=True).distinct()
        for name in ("chair", "secretary"):
            self.fields[name].queryset = people
            self.fields[name].label_from_instance = lambda user: f"{user.name}, {user.position}"
        kept = ("order_number", "format", "place", "access_note", "stream_url", "chair", "secretary")
        for name in kept:
            self.initial.setdefault(name, getattr(self.case, name))
        if self.case.places:
            self.initial.setdefault("places", self.case.places)
            self.initial.setdefault("reserved", self.case.seats.filter(is_reserved=True).count())

    def clean(self):
        """What the format needs; two different people who may both act on this case."""
        cleaned = super().clean()
        self._clean_format(cleaned)
        chair, secretary = cleaned.get("chair"), cleaned.get("secretary")
        if chair and secretary:
            if chair == secretary:
                self.add_error("secretary", _("The chair and the secretary are two people."))
            elif not chair.has_role(Role.HEAD, Role.DESK_OPERATOR) and chair.unit_id != secretary.unit_id:
                self.add_error("chair", _("The chair is a head, or serves in the secretary’s unit."))
        return cleaned

    def _clean_format(self, cleaned):
        chosen = cleaned.get("format")
        if chosen in (Format.IN_PERSON, Format.HYBRID):
            if not cleaned.get("place"):
                self.add_error("place", _("Name the place."))
            if not cleaned.get("places") and "places" not in self.errors:
                self.add_error("places", _("Say how many places the hall has."))
        if chosen in (Format.ONLINE, Format.HYBRID) and not cleaned.get("stream_url"):
            self.add_error("stream_url", _("Give the link by which people take part."))
        if chosen == Format.ONLINE:
            cleaned["places"] = cleaned["reserved"] = 0
        if (cleaned.get("reserved") or 0) > (cleaned.get("places") or 0):
            self.add_error("reserved", _("More places are reserved than there are."))
        taken = self.case.seats.filter(Q(registration__isnull=False)).order_by("-number").first()
        if taken and cleaned.get("places") is not None and cleaned["places"] < taken.number:
            self.add_error("places", _("Places with higher numbers are already taken; there cannot be fewer."))


class MoveForm(DateForm):
    """A new date with its reason."""

    place = TextField(label=_("Another place"), max_length=300, required=False, help_text=_("Empty: the same place."))
    reason = TextField(label=_("Why it is moved"), max_length=1000, lines=3)


class PauseForm(TransitionForm):
    """Why the sitting stops."""

    reason = forms.ChoiceField(label=_("Reason"), choices=PauseReason.choices, initial=PauseReason.ALARM)


class NotHeldForm(TransitionForm):
    """Why it did not take place."""

    reason = forms.ChoiceField(label=_("Reason"), choices=NotHeld.choices)
    note = TextField(label=_("In words"), max_length=1000, lines=3, required=False)


class RecommendationsForm(TransitionForm):
    """What the hearing recommends."""

    recommendations = TextField(label=_("Recommendations"), max_length=20_000, lines=8)

    def prepare(self):
        """Begin with what is written."""
        self.initial.setdefault("recommendations", self.case.recommendations)


class ClosingForm(RecommendationsForm):
    """The end of the sitting; recommendations may be written later."""

    def prepare(self):
        """They are optional here."""
        super().prepare()
        self.fields["recommendations"].required = False


class RecordingForm(TransitionForm):
    """Where the recording can be watched; it is kept for five years (Law 3590-IX)."""

    recording_url = forms.URLField(label=_("Link of the recording"), max_length=500, assume_scheme="https")


class ResultsForm(TransitionForm):
    """What came of the hearing, in a few sentences."""

    results = TextField(
        label=_("Results"),
        max_length=20_000,
        lines=8,
        help_text=_("What was decided, by which act, what happens next."),
    )


class RejectForm(TransitionForm):
    """Why not."""

    reaction = TextField(
        label=_("Reason"), max_length=10_000, lines=6, help_text=_("Act and article, or the facts. Everyone reads it.")
    )


class AcceptForm(TransitionForm):
    """What will be done, by whom and when."""

    reaction = TextField(
        label=_("Decision"), max_length=10_000, lines=6, help_text=_("What will be done, and what not and why.")
    )
    owner = TextField(label=_("Who does it"), max_length=200, required=False)
    do_by = forms.DateField(
        label=_("Until when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
