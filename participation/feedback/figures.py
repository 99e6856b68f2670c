"""Counting the voices of a summary, and what the public sees of the counts."""

from collections import Counter, defaultdict

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.enums import Channel
from casework.procedure import all_procedures
from participation.feedback import target
from participation.feedback.models import ChosenCase, Voice
from participation.feedback.suppression import Hidden, shown_total, suppress

NO_SETTLEMENT = ""
BREAKDOWNS = ("channels", "settlements", "kinds")


def count(summary):
    """Return the exact figures of `summary` as plain values: chosen, answered, the target line, and what each theme has.

    A case is answered when a theme with a position has its voice. A few queries, whatever the number of cases.
    """
    chosen = ChosenCase.objects.filter(summary=summary).count()
    groups, answered = defaultdict(lambda: {name: Counter() for name in BREAKDOWNS}), set()
    voices = Voice.objects.filter(theme__summary=summary).values_list(
        "theme_id", "theme__position", "case_id", "case__channel", "case__settlement__name", "case__procedure"
    )
    for theme, position, case, channel, place, kind in voices:
        for name, group in zip(BREAKDOWNS, (channel, place or NO_SETTLEMENT, kind), strict=True):
            groups[theme][name][group] += 1
        if position:
            answered.add(case)
    themes = [_counted(theme, groups[theme.pk]) for theme in summary.themes.prefetch_related("tallies")]
    return {"chosen": chosen, "answered": len(answered), "target": target.measured(summary), "themes": themes}


def _counted(theme, groups):
    """One theme with its exact voices, their breakdowns, and what is only counted."""
    return {
        "id": theme.pk,
        "key": str(theme.key),
        "title": theme.title,
        "position": theme.position,
        "voices": sum(groups["channels"].values()),
        **{name: dict(sorted(groups[name].items())) for name in BREAKDOWNS},
        "tallies": [
            {"key": str(tally.key), "label": tally.label, "number": tally.number} for tally in theme.tallies.all()
        ],
    }


def for_public(figures):
    """Return the same figures with every group under 5 hidden beyond derivation; a withheld breakdown is None."""
    totals = suppress({str(theme["id"]): theme["voices"] for theme in figures["themes"]})
    return {
        "chosen": shown_total(figures["chosen"]),
        "answered": _public_answered(figures["answered"], totals),
        "target": target.shown(figures.get("target")),
        "themes": [_public_theme(theme, totals) for theme in figures["themes"]],
    }


def _public_answered(answered, totals):
    """How many were answered: hidden where themes withhold their totals, because their sum cannot be smaller."""
    shown = shown_total(answered)
    return Hidden.OTHER if totals is None and isinstance(shown, int) and shown else shown


def _public_theme(theme, totals):
    """One theme for the public; where the total is hidden, so are its parts."""
    voices = totals[str(theme["id"])] if totals is not None else shown_total(theme["voices"])
    if totals is None and isinstance(voices, int):
        voices = Hidden.OTHER if voices else 0
    open_total = isinstance(voices, int)
    parts = {name: suppress(theme.get(name, {})) if open_total else None for name in BREAKDOWNS}
    return {
        **{name: theme[name] for name in ("id", "title", "position")},
        "key": theme.get("key", str(theme["id"])),
        "voices": voices,
        **parts,
        "tallies": [{**tally, "number": shown_total(tally["number"])} for tally in theme.get("tallies", ())],
        "withheld": "small" if None in parts.values() else "",
    }


def words(value):
    """A public count in words: the number, "<5", or "not shown" (also for None, a number that is not told)."""
    if value == Hidden.SMALL:
        return "<5"
    return _("not shown") if value in (Hidden.OTHER, None) else str(value)


def coverage(public):
    """The sentence "Answered 118 of 124 contributions" for figures of `for_public`, as far as it may be told."""
    chosen, answered = public["chosen"], public["answered"]
    if not isinstance(chosen, int):
        return _("Fewer than five contributions are summarised.")
    if answered == Hidden.OTHER:
        told = ngettext("%(chosen)s contribution is summarised.", "%(chosen)s contributions are summarised.", chosen)
        return told % {"chosen": chosen}
    told = ngettext(
        "Answered %(answered)s of %(chosen)s contribution.",
        "Answered %(answered)s of %(chosen)s contributions.",
        chosen,
    )
    return told % {"answered": words(answered), "chosen": chosen}


def rows(breakdown, labels=None):
    """Rows (label, number or None, words) of a public breakdown for the bar chart, the largest first; none if withheld."""
    if breakdown is None:
        return []
    named = labels or {}
    found = [
        (str(named.get(key, key) or _("Settlement not named")), value if isinstance(value, int) else None, words(value))
        for key, value in breakdown.items()
        if value != 0
    ]
    return sorted(found, key=lambda row: (row[1] is None, -(row[1] or 0), row[0]))


def channel_rows(theme):
    """Rows of a public theme by channel."""
    return rows(theme["channels"], dict(Channel.choices))


def settlement_rows(theme):
    """Rows of a public theme by settlement."""
    return rows(theme["settlements"])


def kind_rows(theme):
    """Rows of a public theme by kind of contribution; nothing when all are of one kind."""
    found = rows(theme.get("kinds"), {row.key: row.label_plural for row in all_procedures()})
    return found if len(found) > 1 else []


def tally_rows(theme):
    """Pairs (label, words) of what is only counted under a public theme."""
    return [(tally["label"], words(tally["number"])) for tally in theme.get("tallies", ())]
