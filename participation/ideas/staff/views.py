"""The staff's list of ideas: what waits for moderation, evaluation, a decision, news."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, Q
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from casework.staff.access import for_case_workers
from core.query import PageField, QueryForm, SearchField, paginate
from core.text import fold
from participation.ideas.models import Idea, IdeaCall

PER_PAGE = 30
SHOWN = (
    "number",
    "procedure",
    "state",
    "is_open",
    "public_title",
    "text",
    "due_at",
    "received_at",
    "published_at",
    "next_update_on",
    "unit__name",
    "assignee__name",
    "call__title",
    "collection__voices",
)


@dataclass(frozen=True)
class Tab:
    """One heap of the list: `chosen(today)` gives the condition."""

    key: str
    label: Any
    chosen: Any


TABS = (
    Tab("moderate", _("To moderate"), lambda today: Q(state="moderation")),
    Tab("ready", _("Enough support"), lambda today: Q(state="published", collection__reached_at__isnull=False)),
    Tab("evaluate", _("To evaluate"), lambda today: Q(state="evaluation")),
    Tab("decide", _("To decide"), lambda today: Q(state="evaluated")),
    Tab("work", _("In implementation"), lambda today: Q(state="implementation")),
    Tab(
        "news",
        _("News overdue"),
        lambda today: Q(next_update_on__lt=today) & ~Q(state__in=("done", "rejected", "withdrawn")),
    ),
    Tab("all", _("All"), lambda today: ~Q(state="draft")),
)


class StaffQuery(QueryForm):
    """Tab, words, call."""

    tab = forms.ChoiceField(
        choices=[(tab.key, tab.label) for tab in TABS], required=False, initial="all", widget=forms.HiddenInput
    )
    q = SearchField(label=_("Number or words"))
    call = forms.ModelChoiceField(IdeaCall.objects.all(), label=_("Call"), required=False, empty_label=_("All"))
    page = PageField(widget=forms.HiddenInput)


def narrowed(rows, values):
    """The ideas that the filter leaves."""
    for word in fold(values["q"]).split():
        rows = rows.filter(search_folded__contains=word)
    return rows.filter(call=values["call"]) if values["call"] else rows


@require_safe
@for_case_workers
def index(request):
    """One tab of the list, the nearest term first."""
    query, today = StaffQuery.read(request.GET), timezone.localdate()
    values = query.values
    rows = narrowed(Idea.objects.workable_by(request.user), values)
    counts = rows.aggregate(**{tab.key: number_in(tab, today) for tab in TABS})
    tab = next(tab for tab in TABS if tab.key == values["tab"])
    found = rows.filter(tab.chosen(today)).select_related("unit", "assignee", "call", "collection").only(*SHOWN)
    page = paginate(found.order_by("due_at", "-received_at", "-pk"), values["page"], PER_PAGE)
    tabs = [
        {"label": each.label, "url": f"?tab={each.key}", "count": counts[each.key], "current": each.key == tab.key}
        for each in TABS
    ]
    context = {"form": query, "tabs": tabs, "page_obj": page, "today": today, "tab": tab}
    return render(request, "ideas/staff/index.html", context)


def number_in(tab, today):
    """How many ideas a tab holds, for one query that counts them all."""
    return Count("pk", filter=tab.chosen(today))
