"""Forms of the staff's screens."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, HouseModelForm, TextField
from core.query import QueryForm, SearchField
from core.uploads import FilesField
from participation.drafts.models import Document
from participation.hearings.enums import NoticeKind
from participation.hearings.forms.registration import PersonFields
from participation.hearings.models import AgendaItem, HearingProposal, HearingVote, NoticeProof


class AgendaForm(HouseModelForm):
    """A point of the agenda."""

    title = TextField(label=_("Point of the agenda"), max_length=300)
    speaker = TextField(label=_("Who speaks"), max_length=200, required=False)

    class Meta:
        model = AgendaItem
        fields = ["begins", "minutes", "title", "speaker", "order"]
        widgets = {"begins": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")}


class ProofForm(HouseModelForm):
    """Where and when the hearing was announced, with a photo or a scan."""

    kind = forms.ChoiceField(
        label=_("Where announced"), choices=[row for row in NoticeKind.choices if row[0] != NoticeKind.SITE]
    )
    where = TextField(label=_("Address or link"), max_length=300)
    files = FilesField(label=_("Photo or scan"), required=False)

    field_order = ["kind", "where", "posted_on", "files"]

    class Meta:
        model = NoticeProof
        fields = ["kind", "where", "posted_on"]
        widgets = {"posted_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def clean_posted_on(self):
        """A proof is of something that has happened."""
        day = self.cleaned_data["posted_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day


class DocumentForm(HouseForm):
    """What to read before the hearing: a draft that people comment paragraph by paragraph, or public files."""

    draft = forms.ModelChoiceField(
        Document.objects.none(), label=_("Draft for consultation"), required=False, empty_label=_("No draft: a file")
    )
    title = TextField(label=_("Title"), max_length=200, required=False, help_text=_("Of the files."))
    files = FilesField(label=_("Files"), required=False, help_text=_("Public copies, without personal data."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["draft"].queryset = Document.objects.public().order_by("-created_at", "-pk")

    def clean(self):
        """A draft, or files with their title."""
        cleaned = super().clean()
        if not cleaned.get("draft") and not cleaned.get("files") and "files" not in self.errors:
            self.add_error("files", _("Choose a draft or add a file."))
        if cleaned.get("files") and not cleaned.get("title"):
            self.add_error("title", _("Name the files."))
        return cleaned


class VoteForm(HouseModelForm):
    """A vote at the sitting."""

    question = TextField(label=_("Question"), max_length=300)

    class Meta:
        model = HearingVote
        fields = ["question", "proposal", "in_favour", "against", "abstained", "online_in_favour", "online_against"]

    def __init__(self, *args, hearing, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["proposal"]
        field.queryset = HearingProposal.objects.shown().filter(hearing=hearing).order_by("received_at", "pk")
        field.label_from_instance = lambda row: f"{row.number}: {row.public_title}"
        field.empty_label = _("No single proposal")


class WalkInForm(PersonFields):
    """Somebody who came without a registration."""


class SpeakerForm(HouseForm):
    """Somebody who wants to speak."""

    name = TextField(label=_("Speaker"), max_length=200)
    topic = TextField(label=_("About what"), max_length=200, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=60)


class PlacesForm(HouseForm):
    """How many places there are, and how many are kept."""

    total = forms.IntegerField(label=_("Places in the hall"), min_value=0, max_value=5000)
    reserved = forms.IntegerField(label=_("Of them reserved"), min_value=0, max_value=5000)

    def clean(self):
        """Not more reserved than there are."""
        cleaned = super().clean()
        if (cleaned.get("reserved") or 0) > (cleaned.get("total") or 0):
            self.add_error("reserved", _("More places are reserved than there are."))
        return cleaned


class PeopleFilter(QueryForm):
    """Whom to look for at the door."""

    q = SearchField(label=_("Name, e-mail or code"))
    only = forms.ChoiceField(
        label=_("Which"),
        required=False,
        choices=[
            ("", _("All")),
            ("expected", _("Not come yet")),
            ("present", _("Came")),
            ("waiting", _("On the waiting list")),
            ("needs", _("With needs")),
        ],
    )
