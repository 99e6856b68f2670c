"""The public list as it was asked for: keys from narrow columns first, then twenty whole rows."""

from django import forms
from django.db.models import Count, F
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from core.query import IdField, PageField, QueryForm, SearchField
from participation.ideas.models import Idea, IdeaCall, IdeaTag
from participation.ideas.procedure import BEFORE_PUBLICATION, STATES

PER_PAGE = 20
MOST_COUNTED = 1000
LISTED_STATES = [(state.key, state.label) for state in STATES if state.key not in BEFORE_PUBLICATION]
ORDERS = {
    "new": ("-listed_at", "-case_ptr_id"),
    "support": (F("collection__voices").desc(nulls_last=True), "-case_ptr_id"),
    "talk": (F("thread__comment_count").desc(nulls_last=True), "-case_ptr_id"),
}
SHOWN = (
    "number",
    "procedure",
    "state",
    "outcome",
    "public_title",
    "visibility",
    "is_quarantined",
    "published_at",
    "place",
    "latitude",
    "longitude",
    "next_update_on",
    "joined_to",
)


class IdeasQuery(QueryForm):
    """Words, call, state, settlement, tag, service, order."""

    q = SearchField(label=_("Number or words of the title"))
    call = forms.ModelChoiceField(
        IdeaCall.objects.public(), label=_("Call"), required=False, empty_label=_("All"), to_field_name="slug"
    )
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All")), *LISTED_STATES], required=False)
    settlement = forms.ModelChoiceField(
        Settlement.objects.all(), label=_("Settlement"), required=False, empty_label=_("All")
    )
    tag = forms.ModelChoiceField(
        IdeaTag.objects.all(), label=_("Tag"), required=False, empty_label=_("All"), to_field_name="slug"
    )
    order = forms.ChoiceField(
        label=_("Order"),
        choices=[("new", _("Newest first")), ("support", _("Most supported")), ("talk", _("Most discussed"))],
        required=False,
        initial="new",
    )
    service = IdField(widget=forms.HiddenInput)
    page = PageField(widget=forms.HiddenInput)

    def matching(self):
        """Public ideas that were asked for, in no order."""
        asked, rows = self.values, Idea.objects.filter(listed_at__isnull=False)
        if asked["q"]:
            rows = rows.found_by(asked["q"])
        if asked["state"]:
            rows = rows.filter(listed_state=asked["state"])
        if asked["settlement"]:
            rows = rows.filter(listed_settlement=asked["settlement"])
        if asked["tag"]:
            rows = rows.filter(tags=asked["tag"])
        names = [name for name in ("call", "service") if asked[name]]
        return rows.filter(**{name: asked[name] for name in names})

    def keys(self):
        """The keys of what was asked for, in the order that was asked for, at most a thousand."""
        rows = self.matching().order_by(*ORDERS[self.values["order"] or "new"])
        return list(rows.values_list("pk", flat=True)[:MOST_COUNTED])


def shown(keys):
    """The public ideas with these keys, with what a list prints, in the same order."""
    rows = Idea.objects.filter(pk__in=keys).select_related("settlement", "call", "collection", "thread", "joined_to")
    only = (*SHOWN, "settlement__name", "call__title", "call__slug", "call__support_goal")
    more = ("collection__voices", "thread__comment_count", "joined_to__number")
    found = rows.only(*only, *more).prefetch_related("tags").in_bulk()
    return [found[key] for key in keys if key in found and found[key].is_in_public_register]


def by_settlement(rows):
    """How many of the public ideas stand in each settlement: [(name, key, number)]; the whole community has no key."""
    counts = rows.values("listed_settlement", "listed_settlement__name").annotate(number=Count("pk"))
    ordered = counts.order_by("-number", "listed_settlement__name")
    return [(row["listed_settlement__name"], row["listed_settlement"], row["number"]) for row in ordered]
