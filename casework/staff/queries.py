"""The inbox's query string, met with a form, and the rows that it chooses."""

from django import forms
from django.core.paginator import Paginator
from django.db.models import F, Q, Value
from django.db.models.functions import StrIndex
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement, Unit
from casework.enums import Channel
from casework.models import Applicant, Case
from casework.procedure import all_procedures
from casework.services.tracking import normalise_number
from casework.staff.access import sees_every_case
from casework.staff.tabs import scope, tabs_for
from core.query import PageField, QueryForm, SearchField
from core.text import fold

ANY = [("", _("Any"))]
ORDERS = {
    "due": (_("Term, the nearest first"), ("-is_open", F("due_at").asc(nulls_last=True), "-pk")),
    "newest": (_("Received, the newest first"), ("-received_at", "-pk")),
    "oldest": (_("Received, the oldest first"), ("received_at", "pk")),
}
RELATED = ("unit", "assignee", "settlement")
MOST_FOUND = 1000  # a search that finds more asks for more words
BY_DUE = (F("due_at").asc(nulls_last=True), "-pk")


def choices_by_procedure(parts):
    """Choices grouped by procedure, each valued "procedure:key"; `parts(procedure)` gives (key, label) pairs."""
    groups = (
        (str(row.label_plural), [(f"{row.key}:{key}", label) for key, label in parts(row)]) for row in all_procedures()
    )
    return ANY + [(name, choices) for name, choices in groups if choices]


class InboxQuery(QueryForm):
    """What the reader asks of the inbox."""

    tab = forms.ChoiceField(required=False, widget=forms.HiddenInput)
    q = SearchField(label=_("Number, words of the text or the applicant’s name"))
    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    outcome = forms.ChoiceField(label=_("Outcome"), required=False)
    channel = forms.ChoiceField(label=_("Channel"), required=False, choices=[*ANY, *Channel.choices])
    settlement = forms.ChoiceField(label=_("Settlement"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("As usual for the tab")), *((key, label) for key, (label, _by) in ORDERS.items())],
    )
    page = PageField(widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.tabs = user, tabs_for(user)
        self.fields["tab"].choices = [(tab.key, tab.label) for tab in self.tabs]
        self.fields["tab"].initial = self.tabs[0].key
        self.fields["procedure"].choices = ANY + [(row.key, row.label_plural) for row in all_procedures()]
        self.fields["state"].choices = choices_by_procedure(lambda row: [(s.key, s.label) for s in row.states])
        self.fields["outcome"].choices = choices_by_procedure(lambda row: row.outcomes.items())
        self.fields["settlement"].choices = ANY + [(str(pk), name) for pk, name in places()]
        if sees_every_case(user):
            self.fields["unit"].choices = ANY + [(str(unit.pk), str(unit)) for unit in Unit.objects.all()]
        else:
            del self.fields["unit"]
        for field in self.fields.values():
            field.hide_optional = True

    @property
    def open_tab(self):
        """The open tab."""
        key = self.values["tab"]
        return next((tab for tab in self.tabs if tab.key == key), self.tabs[0])

    @property
    def is_narrowed(self):
        """Whether the reader searched or filtered within the tab."""
        return bool(set(self.chosen) - {"tab", "page", "order"})

    def cases(self, now=None):
        """The chosen cases among those that the reader works with, in no order."""
        cases = self.open_tab.select(scope(self.user), self.user, now or timezone.now())
        return searched(cases.filter(self._filters()), self.values["q"]).order_by()

    def ids(self, now=None):
        """The ids of the chosen cases in order. A search looks through all texts, so it is done once and gives a list."""
        ids = self.cases(now).order_by(*self.order_by()).values_list("pk", flat=True)
        return list(ids[: MOST_FOUND + 1]) if self.values["q"] else ids

    def _filters(self):
        """The filters as one condition."""
        values, condition = self.values, Q()
        for name in ("procedure", "channel", "settlement", "unit"):
            if values.get(name):
                condition &= Q(**{name: values[name]})
        for name in ("state", "outcome"):
            procedure, _colon, key = (values[name] or "").partition(":")
            if key:
                condition &= Q(procedure=procedure, **{name: key})
        return condition

    def order_by(self):
        """The chosen order, or the tab's own: the nearest term first, in the tab of all the newest first."""
        chosen = ORDERS.get(self.values["order"])
        if chosen:
            return chosen[1]
        return BY_DUE if self.open_tab.by_due else ORDERS["newest"][1]


class Rows(Paginator):
    """Chooses the ids of a page first, which indexes serve, and only then reads the rows."""

    def page(self, number):
        """The page with its rows read and kept in order."""
        page = super().page(number)
        ids = list(page.object_list)
        found = Case.objects.filter(pk__in=ids).select_related(*RELATED).defer("search_folded", "public_text")
        by_id = found.in_bulk()
        page.object_list = [by_id[pk] for pk in ids if pk in by_id]
        return page


def places():
    """(id, name) of every settlement."""
    return Settlement.objects.values_list("pk", "name")


def searched(cases, question):
    """The cases whose number, title or text, or whose applicant's name, holds every word of `question`."""
    words = fold(question).split()
    if not words:
        return cases
    exact = cases.filter(number=normalise_number(question)[:30])
    if exact.exists():
        return exact
    people = having(Applicant.objects.all(), "name_folded", words)
    by_text = having(cases, "search_folded", words)
    return by_text.filter(
        by_text_condition(words) | Q(pk__in=people.filter(by_text_condition(words)).values("case_id"))
    )


def telling(cases, question):
    """The cases whose number, title or text holds every word of `question`, without looking at who wrote them."""
    words = fold(question).split()
    return having(cases, "search_folded", words).filter(by_text_condition(words)) if words else cases


def having(rows, column, words):
    """Let conditions speak of where each word stands in `column`; unlike LIKE this compares without looking at case twice."""
    return rows.alias(**{f"place_{number}": StrIndex(column, Value(word)) for number, word in enumerate(words)})


def by_text_condition(words):
    """Every word stands somewhere."""
    return Q(**{f"place_{number}__gt": 0 for number in range(len(words))})
