"""Forms of moderators."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import HouseForm, TextField
from core.query import PageField, QueryForm, SearchField
from participation.moderation import kinds
from participation.moderation.enums import Ground, Reason, State, Verb, reasons_for
from participation.moderation.rules import wrong_reason

TABS = (("waiting", _("Waiting")), ("hidden", _("Hidden")), ("all", _("Everything")))
WAITS_FOR = (
    ("", _("Anything")),
    ("reports", _("Reports")),
    ("held", _("A check before publication")),
    ("appeal", _("An appeal")),
)


class KindQuery(QueryForm):
    """A choice of one kind of texts, of those that the house knows."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = [(kind.key, kind.label_plural) for kind in kinds.all_kinds()]
        self.fields["kind"].choices = [("", _("All")), *known]


class QueueQuery(KindQuery):
    """What a moderator looks at."""

    tab = forms.ChoiceField(choices=TABS, required=False, initial="waiting", widget=forms.HiddenInput)
    q = SearchField(label=_("Words of the text or the author’s name"))
    waits = forms.ChoiceField(label=_("Waits for"), choices=WAITS_FOR, required=False)
    page = PageField(widget=forms.HiddenInput)


class HistoryQuery(KindQuery):
    """Which decisions."""

    verb = forms.ChoiceField(label=_("Decision"), choices=[("", _("All")), *Verb.choices], required=False)
    reason = forms.ChoiceField(
        label=_("Reason"), choices=[("", _("All")), *Reason.choices, *Ground.choices], required=False
    )
    since = forms.DateField(
        label=pgettext_lazy("first day", "From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=pgettext_lazy("last day", "To"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    page = PageField(widget=forms.HiddenInput)


class DecisionForm(HouseForm):
    """One decision: the verb is the pressed button, reason and explanation stand before it."""

    verb = forms.ChoiceField(choices=[choice for choice in Verb.choices if choice[0] != Verb.UNDO])
    reason = forms.ChoiceField(label=_("Reason"), required=False)
    explanation = TextField(
        label=_("Explanation for the author"),
        max_length=1000,
        lines=2,
        required=False,
        help_text=_("Stands in the letter."),
    )

    def __init__(self, *args, state, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["verb"].widget = forms.HiddenInput()
        choices = Ground.choices if state == State.HIDDEN else Reason.choices
        if state == State.HIDDEN:
            choices = [choice for choice in choices if choice[0] != Ground.APPEAL]
        self.fields["reason"].choices = [("", _("Choose")), *choices]

    def clean(self):
        """Keeping needs no reason; everything else takes one from the list."""
        cleaned = super().clean()
        verb = cleaned.get("verb")
        if verb and not reasons_for(verb):
            cleaned["reason"] = ""
            return cleaned
        reason = cleaned.get("reason", "")
        why = wrong_reason(verb, reason, cleaned.get("explanation", "")) if verb and "reason" not in self.errors else ""
        if why:
            self.add_error("explanation" if reason else "reason", why)
        return cleaned


class AnswerForm(HouseForm):
    """The answer to an appeal."""

    upheld = forms.TypedChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("The author is right: the text comes back")), ("no", _("The decision stays"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    answer = TextField(label=_("Reasons for the author"), max_length=2000, lines=5)
