"""What the reader asks of the lists."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from casework.services.tracking import normalise_number
from core.query import PageField, QueryForm, SearchField
from core.text import fold
from participation.sheets.enums import Kind, VoiceChannel
from participation.sheets.keys import name_keys
from participation.sheets.models import Record

ANY = [("", _("Any"))]


class CollectionQuery(QueryForm):
    """The list of collections."""

    q = SearchField(label=_("Number of the case or words of the title"))
    kind = forms.ChoiceField(label=_("What is collected"), required=False, choices=[*ANY, *Kind.choices])
    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[*ANY, ("open", _("Not closed")), ("closed", _("Closed"))]
    )
    page = PageField(widget=forms.HiddenInput)

    def apply(self, collections):
        """Narrow the collections."""
        values = self.values
        if values["q"]:
            number = normalise_number(values["q"])
            collections = collections.filter(Q(title__icontains=values["q"]) | Q(case__number=number))
        if values["kind"]:
            collections = collections.filter(kind=values["kind"])
        if values["state"]:
            collections = collections.filter(closed_at__isnull=values["state"] == "open")
        return collections.order_by("-opened_at", "-pk")


class RecordQuery(QueryForm):
    """The list of voices. Names are searched whole, in any order of words, or by a part as it is written."""

    q = SearchField(label=_("Whose voice"))
    channel = forms.ChoiceField(label=_("How it came"), required=False, choices=[*ANY, *VoiceChannel.choices])
    settlement = forms.ChoiceField(label=_("Settlement"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            *ANY,
            ("standing", _("Counts")),
            ("struck", _("Struck out")),
            ("doubtful", _("Same name, look at it")),
        ],
    )
    page = PageField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        places = Settlement.objects.values_list("pk", "name")
        self.fields["settlement"].choices = [*ANY, *((str(pk), name) for pk, name in places)]

    def apply(self, records):
        """Narrow the voices."""
        values = self.values
        if values["q"]:
            parts = Q(name__icontains=values["q"]) | Q(name__icontains=fold(values["q"]).title())
            records = records.filter(parts | Q(name_key__in=name_keys(values["q"])))
        if values["channel"]:
            records = records.filter(channel=values["channel"])
        if values["settlement"]:
            records = records.filter(settlement=values["settlement"])
        return self._in_state(records, values["state"]).order_by("-at", "-pk")

    def _in_state(self, records, state):
        if state in ("standing", "struck"):
            return records.filter(struck_at__isnull=state == "standing")
        if state == "doubtful":
            twins = Record.objects.standing().filter(collection=OuterRef("collection"), name_key=OuterRef("name_key"))
            return records.standing().exclude(name_key="").filter(Exists(twins.exclude(pk=OuterRef("pk"))))
        return records
