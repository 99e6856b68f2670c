"""Forms of the staff screens."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import EmailField, HouseForm, HouseModelForm, TextField
from core.uploads import FilesField
from participation.groups.enums import Choice, Position, Readers
from participation.groups.forms.fields import day_field
from participation.groups.models import AgendaItem, Member, Recommendation


class MemberForm(HouseModelForm):
    """A mandate given by an act without a call, or corrected."""

    name = TextField(label=_("Name"), max_length=200)
    position = forms.ChoiceField(label=_("Position in the body"), choices=Position.choices)
    occupation = TextField(label=_("Occupation or post"), max_length=200, required=False)
    organisation = TextField(label=_("Organisation"), max_length=200, required=False)
    conflict_note = TextField(label=_("Note on conflict of interest"), max_length=500, lines=2, required=False)
    act = TextField(label=_("Decision on the mandate"), max_length=300)
    mandate_from = day_field(_("Mandate from"))
    mandate_to = day_field(_("Mandate to"))
    email = EmailField(label=_("E-mail"), required=False, help_text=_("For letters about meetings; never shown."))

    class Meta:
        model = Member
        fields = (
            "name", "position", "occupation", "organisation", "conflict_note", "act", "mandate_from", "mandate_to", "email",
        )  # fmt: skip

    def clean(self):
        """Dates in order, one chair, no more members than seats."""
        cleaned = super().clean()
        start, end = cleaned.get("mandate_from"), cleaned.get("mandate_to")
        if not (start and end):
            return cleaned
        if end <= start:
            self.add_error("mandate_to", _("The mandate ends before it begins."))
        others = Member.objects.on(max(start, timezone.localdate())).filter(body=self.instance.body)
        others = others.exclude(pk=self.instance.pk)
        if cleaned.get("position") == Position.CHAIR and others.filter(position=Position.CHAIR).exists():
            self.add_error("position", _("The body has a chair already."))
        if self.instance.body.seats and others.count() >= self.instance.body.seats:
            raise forms.ValidationError(_("All seats of the body are taken."))
        return cleaned


class EndForm(HouseForm):
    """When and why a mandate ends before its term."""

    ended_on = day_field(_("Ended on"))
    end_reason = TextField(label=_("Reason"), max_length=300, lines=2, help_text=_("With the act, if there is one."))


class AccessForm(HouseForm):
    """To whom the workspace opens."""

    email = EmailField(label=_("E-mail of the account"), help_text=_("The person signs in with it."))
    member = forms.ModelChoiceField(
        Member.objects.none(),
        label=_("Acts for the member"),
        required=False,
        empty_label=_("Nobody: reads and comments"),
    )
    until = day_field(_("Until"), required=False, help_text=_("Empty: until it is taken back."))

    def __init__(self, *args, body, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = Member.objects.on().filter(body=body)

    def clean_email(self):
        """The account must exist."""
        self.user = User.objects.filter(email__iexact=self.cleaned_data["email"], is_active=True).first()
        if self.user is None:
            raise forms.ValidationError(_("No account has this e-mail. The person signs up first."))
        return self.cleaned_data["email"]

    def clean_until(self):
        """A day to come."""
        day = self.cleaned_data["until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("Choose a day in the future."))
        return day


class DocumentForm(HouseForm):
    """A file of the body or of one meeting."""

    title = TextField(label=_("Title"), max_length=200)
    readers = forms.ChoiceField(
        label=_("Who reads it"), choices=Readers.choices, widget=forms.RadioSelect, initial="public"
    )
    meeting = forms.ModelChoiceField(None, label=_("Meeting"), required=False, empty_label=_("The body itself"))
    file = FilesField(label=_("File"), max_count=1)

    def __init__(self, *args, body, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["meeting"]
        field.queryset = body.meetings.order_by("-sequence")
        field.label_from_instance = lambda meeting: (
            f"№ {meeting.sequence}, {timezone.localdate(meeting.starts_at):%d.%m.%Y}"
        )


class QuestionForm(HouseModelForm):
    """A question of the agenda."""

    title = TextField(label=_("Question"), max_length=300)
    speaker = TextField(label=_("Speaker"), max_length=200, required=False)
    minutes = forms.IntegerField(label=_("Minutes given"), min_value=1, max_value=600, required=False)
    order = forms.IntegerField(label=_("Order"), min_value=1, max_value=100)

    class Meta:
        model = AgendaItem
        fields = ("title", "speaker", "minutes", "order")


class DecideForm(HouseModelForm):
    """What was heard and decided, and how each member present voted."""

    heard = TextField(label=_("Heard and spoke"), lines=5, max_length=20_000, required=False)
    decision = TextField(label=_("Decided"), lines=4, max_length=10_000)
    is_voted = forms.BooleanField(label=_("Put to the vote"), required=False)

    class Meta:
        model = AgendaItem
        fields = ("heard", "decision", "is_voted")

    def __init__(self, *args, present, votes, **kwargs):
        super().__init__(*args, **kwargs)
        self.present = present
        for member in present:
            self.fields[f"vote_{member.pk}"] = forms.ChoiceField(
                label=member.name, choices=Choice.choices, initial=votes.get(member.pk, Choice.FOR), required=False
            )

    def votes(self):
        """{member: choice} of a question that was put to the vote."""
        if not self.cleaned_data["is_voted"]:
            return {}
        chosen = {member: self.cleaned_data[f"vote_{member.pk}"] for member in self.present}
        return {member: choice or Choice.NOT_VOTED for member, choice in chosen.items()}


class RecommendationForm(HouseModelForm):
    """What the body asks and of whom."""

    text = TextField(label=_("Recommendation"), lines=4, max_length=5000)
    addressee = TextField(label=_("To whom"), max_length=200, help_text=_("The council, the committee, the unit."))
    order = forms.IntegerField(label=_("Order"), min_value=1, max_value=100)

    class Meta:
        model = Recommendation
        fields = ("text", "addressee", "order")
