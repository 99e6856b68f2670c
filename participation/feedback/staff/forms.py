"""Forms of composing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement, User
from casework.procedure import all_procedures
from core.forms import HouseForm, HouseModelForm
from core.query import QueryForm
from core.text import fold
from participation.feedback.enums import MeasureState
from participation.feedback.models import Measure, Summary, Theme

DAY = {"type": "date"}


def day_field(**options):
    """A date with the browser's own calendar."""
    return forms.DateField(widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"), **options)


class SummaryForm(HouseModelForm):
    """What a summary is about."""

    period_from = day_field(label=_("Period from"))
    period_to = day_field(label=_("Period to"))

    class Meta:
        model = Summary
        fields = ["title", "lead", "period_from", "period_to", "unit"]
        widgets = {"lead": forms.Textarea(attrs={"rows": 4})}

    def clean(self):
        """A period has its end after its beginning."""
        cleaned = super().clean()
        first, last = cleaned.get("period_from"), cleaned.get("period_to")
        if first and last and last < first:
            self.add_error("period_to", _("The period ends before it begins."))
        return cleaned


class ThemeForm(HouseModelForm):
    """One theme with the authority's position."""

    class Meta:
        model = Theme
        fields = ["title", "said", "position", "ground", "reason", "order"]
        widgets = {"said": forms.Textarea(attrs={"rows": 4}), "reason": forms.Textarea(attrs={"rows": 5})}


class MeasureForm(HouseModelForm):
    """One promised measure."""

    due_on = day_field(label=_("Due"))

    class Meta:
        model = Measure
        fields = ["text", "owner", "owner_position", "due_on", "state", "done_on"]
        widgets = {"done_on": forms.DateInput(attrs=DAY, format="%Y-%m-%d")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = User.objects.filter(is_active=True, groups__isnull=False).distinct()
        self.fields["owner_position"].required = False

    def clean(self):
        """The position of the owner is taken from the account when left empty; what is done has a day."""
        cleaned = super().clean()
        owner = cleaned.get("owner")
        if owner and not cleaned.get("owner_position"):
            cleaned["owner_position"] = owner.position
            if not owner.position:
                self.add_error(
                    "owner_position", _("Write the owner's position: the public sees it instead of the name.")
                )
        if cleaned.get("state") == MeasureState.DONE and not cleaned.get("done_on"):
            self.add_error("done_on", _("Say on which day it was done."))
        if cleaned.get("state") != MeasureState.DONE:
            cleaned["done_on"] = None
        return cleaned


class UpdateForm(HouseForm):
    """A public line on the progress of a measure."""

    state = forms.ChoiceField(label=_("State"), choices=MeasureState.choices)
    text = forms.CharField(
        label=_("What was done"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everyone reads it."),
    )


class ReasonForm(HouseForm):
    """A reason in words."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class CaseFilter(QueryForm):
    """Which cases to look through; a stranger's values fall back to everything."""

    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    settlement = forms.ModelChoiceField(Settlement.objects.all(), label=_("Settlement"), required=False)
    received_from = day_field(label=_("Received from"), required=False)
    received_to = day_field(label=_("Received to"), required=False)
    q = forms.CharField(label=_("Words in the text"), required=False, max_length=100)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["procedure"].choices = [("", _("All"))] + [(row.key, row.label_plural) for row in all_procedures()]

    def apply(self, cases):
        """Narrow a queryset of cases."""
        wanted = self.values
        if wanted["procedure"]:
            cases = cases.filter(procedure=wanted["procedure"])
        if wanted["settlement"]:
            cases = cases.filter(settlement=wanted["settlement"])
        if wanted["received_from"]:
            cases = cases.filter(received_at__date__gte=wanted["received_from"])
        if wanted["received_to"]:
            cases = cases.filter(received_at__date__lte=wanted["received_to"])
        for word in fold(wanted["q"] or "").split()[:6]:
            cases = cases.filter(search_folded__contains=word)
        return cases
