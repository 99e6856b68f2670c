"""What pages and exports read of a published summary: frozen figures, made safe for the public."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from participation.feedback.comparing import compare
from participation.feedback.editions import public_of
from participation.feedback.enums import Position
from participation.feedback.figures import channel_rows, coverage, kind_rows, settlement_rows, tally_rows, words
from participation.feedback.periods import beside
from participation.feedback.target import TARGET, in_words

WHOLE = ("measures__updates", "measures__evidence", "quotes")


def cards(summaries):
    """The summaries of a list with what their cards say of the figures."""
    for summary in summaries:
        summary.coverage = coverage(public_of(summary))
    return summaries


def for_page(summary):
    """Return what the page prints: coverage in words, the chart of themes, and each theme with its figures and measures."""
    figures = public_of(summary)
    by_theme = {theme["id"]: theme for theme in figures["themes"]}
    themes = []
    for theme in summary.themes.prefetch_related(*WHOLE):
        public = by_theme.get(theme.pk)
        if public is None:
            continue
        themes.append(
            {
                "theme": theme,
                "voices": words(public["voices"]),
                "channels": channel_rows(public),
                "settlements": settlement_rows(public),
                "kinds": kind_rows(public),
                "tallies": tally_rows(public),
                "withheld": public["withheld"],
            }
        )
    chart = [
        (theme["title"], theme["voices"] if isinstance(theme["voices"], int) else None, words(theme["voices"]))
        for theme in figures["themes"]
    ]
    return {
        "coverage": coverage(figures),
        "themes": themes,
        "chart": chart,
        "target": in_words(figures.get("target")),
        "beside": beside(summary),
        "repeats": _repeated_version(summary, figures),
    }


def _repeated_version(summary, figures):
    """The earlier version whose figures this one repeats, or None."""
    version = figures.get("version", summary.version)
    return version if version != summary.version else None


def machine_readable(summary):
    """The same as plain values; hidden counts are "small" or "other", what is withheld is null and says why."""
    figures = public_of(summary)
    decided = {theme.pk: theme for theme in summary.themes.prefetch_related(*WHOLE)}
    before = summary.previous_version()
    return {
        "title": summary.title,
        "version": summary.version,
        "state": summary.state,
        "period": [summary.period_from.isoformat(), summary.period_to.isoformat()],
        "published_at": summary.published_at.isoformat(),
        "address": settings.BASE_URL + reverse("feedback:detail", args=[summary.slug]),
        "figures_of_version": figures.get("version", summary.version),
        "chosen": figures["chosen"],
        "answered": figures["answered"],
        "target": _target(figures.get("target")),
        "compared": beside(summary),
        "changes": _changes(compare(before, summary)) if before else [],
        "themes": [
            {
                **public,
                "said": decided[public["id"]].said,
                "quotes": [quote.text for quote in decided[public["id"]].shown_quotes],
                "ground": decided[public["id"]].ground,
                "reason": decided[public["id"]].reason,
                "measures": [_measure(measure) for measure in decided[public["id"]].measures.all()],
            }
            for public in figures["themes"]
            if public["id"] in decided
        ],
    }


def _target(target):
    """The target line with its aim in percent."""
    return {**target, "aim": TARGET} if target else None


def _changes(parts):
    """What a correction changed, as plain values."""
    return [
        {"part": part.title, "what": row.label, "was": row.was, "now": row.now}
        for part in parts
        for row in part.differences
    ]


def _measure(measure):
    """One measure as plain values."""
    return {
        "text": measure.text,
        "owner": measure.owner_position,
        "due": measure.due_on.isoformat(),
        "state": measure.state,
        "done_on": measure.done_on.isoformat() if measure.done_on else None,
        "verified_at": measure.verified_at.isoformat() if measure.is_verified else None,
        "verified_by": measure.verified_position,
        "photos": [
            {"when": photo.moment, "alt": photo.alt, "address": settings.BASE_URL + photo_address(photo)}
            for photo in measure.shown_evidence
        ],
        "updates": [{"at": row.at.isoformat(), "state": row.state, "text": row.text} for row in measure.updates.all()],
    }


def photo_address(photo):
    """Where a photo of a measure stands."""
    return reverse("feedback:photo", args=[photo.pk])


def export_rows(summary):
    """Rows (theme, position, breakdown, group, voices) of the public figures."""
    for theme in public_of(summary)["themes"]:
        position = str(dict(Position.choices).get(theme["position"], ""))
        yield theme["title"], position, _("All"), "", words(theme["voices"])
        for breakdown, found in (
            (_("Channel"), channel_rows(theme)),
            (_("Settlement"), settlement_rows(theme)),
            (_("Kind"), kind_rows(theme)),
        ):
            for label, _number, shown in found:
                yield theme["title"], position, breakdown, label, shown
        for label, shown in tally_rows(theme):
            yield theme["title"], position, _("Counted besides"), label, shown
