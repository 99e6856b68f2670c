"""Forms of composing."""

import uuid
from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement, User
from casework.procedure import all_procedures
from casework.staff.queries import telling
from core.forms import HiddenKeyField, HouseForm, HouseModelForm, TextField, key_or_new
from core.query import IdField, QueryForm, SearchField
from core.uploads import FilesField
from participation import sources
from participation.feedback.enums import MeasureState, Moment, Position
from participation.feedback.models import ChosenTag, Measure, Summary, Tally, Theme, Voice
from participation.feedback.models.quote import LONGEST_QUOTE
from participation.feedback.target import midnight_of

FIRST_DAY, LAST_DAY = date(1991, 8, 24), date(2100, 12, 31)


def day_field(**options):
    """A date with the browser's own calendar, within what a community can mean."""
    return forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        validators=[MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)],
        **options,
    )


class KeyedForm(HouseModelForm):
    """The form of a row that a double click must not make twice: a new one carries its key from the first drawing on."""

    key = HiddenKeyField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["key"]

    def clean_key(self):
        """Give the key as uuid.UUID, a fresh one for a spoilt one."""
        return uuid.UUID(key_or_new(self.cleaned_data.get("key")))

    def row(self):
        """The filled row, not saved yet."""
        if not self.instance.pk:
            self.instance.key = self.cleaned_data["key"]
        return self.instance


class SummaryForm(KeyedForm):
    """What a summary is about."""

    title = TextField(label=_("Title"), max_length=160)
    lead = TextField(label=_("In short"), max_length=1000, lines=4, required=False)
    period_from = day_field(label=_("Period from"))
    period_to = day_field(label=_("Period to"))

    class Meta:
        model = Summary
        fields = ["title", "lead", "period_from", "period_to", "unit", "compared_to"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        earlier = self.fields["compared_to"]
        earlier.queryset = Summary.objects.published().exclude(series=self.instance.series)
        earlier.empty_label = _("With nothing")

    def clean(self):
        """A period has its end after its beginning, and is compared with one that ended before it."""
        cleaned = super().clean()
        first, last, earlier = (cleaned.get(name) for name in ("period_from", "period_to", "compared_to"))
        if first and last and last < first:
            self.add_error("period_to", _("The period ends before it begins."))
        if first and earlier and earlier.period_to >= first:
            self.add_error("compared_to", _("Compare with a period that ended before this one began."))
        return cleaned

    @property
    def series(self):
        """The key under which a new summary begins."""
        return self.cleaned_data["key"]

    @property
    def facts(self):
        """What the verbs take."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ThemeForm(KeyedForm):
    """One theme with the authority's position."""

    title = TextField(label=_("Theme"), max_length=120)
    said = TextField(
        label=_("What people said"), max_length=2000, lines=4, help_text=_("In your words, without names.")
    )
    ground = TextField(
        label=_("Ground"),
        max_length=300,
        required=False,
        help_text=_("Act and article; required when rejected or not ours."),
    )
    reason = TextField(label=_("Decision and reason"), max_length=3000, lines=5, required=False)

    class Meta:
        model = Theme
        fields = ["title", "said", "position", "ground", "reason", "order"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["position"].choices = [("", _("Not decided yet")), *Position.choices]
        self.fields["order"].help_text = _("Themes stand in the order of these numbers.")


class MeasureForm(KeyedForm):
    """One promised measure."""

    text = TextField(label=_("Measure"), max_length=400)
    owner_position = TextField(
        label=_("Owner's position"),
        max_length=200,
        required=False,
        help_text=_("Taken from the owner's account when left empty."),
    )
    due_on = day_field(label=_("Due"))
    done_on = day_field(label=_("Done on"), required=False, help_text=_("Only when it is done."))

    class Meta:
        model = Measure
        fields = ["text", "owner", "owner_position", "due_on", "state", "done_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        works_here = Q(is_active=True, groups__isnull=False) | Q(pk=self.instance.owner_id)
        owner = self.fields["owner"]
        owner.queryset = User.objects.filter(works_here).distinct()
        owner.label_from_instance = lambda user: f"{user}, {user.position}" if user.position else str(user)

    def clean(self):
        """The position of the owner is taken from the account when left empty; what is done has a day that has come."""
        cleaned = super().clean()
        owner, is_done = cleaned.get("owner"), cleaned.get("state") == MeasureState.DONE
        if owner and not cleaned.get("owner_position") and "owner_position" not in self.errors:
            cleaned["owner_position"] = owner.position
            if not owner.position:
                self.add_error(
                    "owner_position", _("Write the owner's position: the public sees it instead of the name.")
                )
        if not is_done:
            cleaned["done_on"] = None
        elif not cleaned.get("done_on") and "done_on" not in self.errors:
            self.add_error("done_on", _("Say on which day it was done."))
        elif cleaned.get("done_on") and cleaned["done_on"] > timezone.localdate():
            self.add_error("done_on", _("This day has not come yet."))
        return cleaned


class UpdateForm(HouseForm):
    """A public line on the progress of a measure."""

    state = forms.ChoiceField(label=_("State"), choices=MeasureState.choices)
    text = TextField(label=_("What was done"), max_length=2000, lines=4, help_text=_("Everyone reads it."))


class ReasonForm(HouseForm):
    """A reason in words."""

    reason = TextField(label=_("Reason"), max_length=2000, lines=4)


class QuoteForm(HouseForm):
    """Words of one contribution."""

    text = TextField(
        label=_("Words to quote"),
        max_length=LONGEST_QUOTE,
        lines=4,
        help_text=_("Word for word; mark what you leave out by “…”. Leave out names, addresses and phones."),
    )


class ConsentForm(HouseForm):
    """What a person answered by phone, at the desk or on paper."""

    given = forms.ChoiceField(
        label=_("May the words be shown?"), choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect
    )
    how = TextField(
        label=_("How the person answered"), max_length=200, help_text=_("For example: by phone on 12 May, at the desk.")
    )


class TallyForm(KeyedForm):
    """A number from a journal."""

    label = TextField(
        label=_("What is counted"),
        max_length=200,
        help_text=_("For example: appeals about roads, register of appeals."),
    )
    number = forms.IntegerField(label=_("How many"), min_value=1, max_value=1_000_000)

    class Meta:
        model = Tally
        fields = ["label", "number"]


class EvidenceForm(HouseForm):
    """One photo of a measure."""

    moment = forms.ChoiceField(label=_("When"), choices=Moment.choices, widget=forms.RadioSelect)
    photo = FilesField(max_count=1, label=_("Photo"))
    alt = TextField(
        label=_("What is seen"), max_length=200, help_text=_("For those who do not see the photo. No names of people.")
    )


class CaseFilter(QueryForm):
    """Which cases to look through; a stranger's values fall back to everything."""

    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    settlement = forms.ModelChoiceField(Settlement.objects.all(), label=_("Settlement"), required=False)
    received_from = day_field(label=_("Received from"), required=False)
    received_to = day_field(label=_("Received to"), required=False)
    q = SearchField(label=_("Words in the text"))
    only = forms.ChoiceField(choices=[("", ""), ("unsorted", "")], required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [(row.key, row.label_plural) for row in all_procedures() if row.key in sources.procedures()]
        self.fields["procedure"].choices = [("", _("All")), *kinds]
        self.fields["settlement"].empty_label = _("All")

    @classmethod
    def within(cls, query, period):
        """Read the query; until the reader filters anything, look only through `period`, a pair of days."""
        if set(query) - {"page"}:
            return cls.read(query)
        return cls.read({"received_from": period[0], "received_to": period[1]})

    @property
    def is_narrowed(self):
        """Whether the reader filtered anything."""
        return bool(set(self.chosen) - {"only", "like"})

    def apply(self, cases):
        """Narrow a queryset of cases."""
        wanted = self.values
        for name in ("procedure", "settlement"):
            if wanted[name]:
                cases = cases.filter(**{name: wanted[name]})
        if wanted["received_from"]:
            cases = cases.filter(received_at__gte=midnight_of(wanted["received_from"]))
        if wanted["received_to"]:
            cases = cases.filter(received_at__lt=midnight_of(wanted["received_to"], after=True))
        return telling(cases, wanted["q"])


class SortFilter(CaseFilter):
    """Which chosen cases to sort: also by tag, and those that resemble one of them."""

    tag = forms.ChoiceField(label=_("Tag"), required=False)
    like = IdField(widget=forms.HiddenInput)

    def __init__(self, *args, summary, **kwargs):
        super().__init__(*args, **kwargs)
        names = ChosenTag.objects.filter(chosen__summary=summary).order_by("name").values_list("name", flat=True)
        self.fields["tag"].choices = [("", _("All")), *((name, name) for name in names.distinct())]
        self.summary = summary

    def apply(self, cases):
        """Narrow the chosen cases."""
        cases = super().apply(cases)
        if self.values["tag"]:
            tagged = ChosenTag.objects.filter(chosen__summary=self.summary, name=self.values["tag"])
            cases = cases.filter(pk__in=tagged.values("chosen__case"))
        if self.values["only"] == "unsorted":
            cases = cases.exclude(pk__in=Voice.objects.filter(theme__summary=self.summary).values("case"))
        return cases
