"""What pages and exports read of a published summary: frozen figures, made safe for the public."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from participation.feedback.editions import public_of
from participation.feedback.enums import Position
from participation.feedback.figures import channel_rows, coverage, settlement_rows, words


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
    for theme in summary.themes.prefetch_related("measures__updates"):
        public = by_theme.get(theme.pk)
        if public is None:
            continue
        themes.append(
            {
                "theme": theme,
                "voices": words(public["voices"]),
                "channels": channel_rows(public),
                "settlements": settlement_rows(public),
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
        "repeats": _repeated_version(summary, figures),
    }


def _repeated_version(summary, figures):
    """The earlier version whose figures this one repeats, or None."""
    version = figures.get("version", summary.version)
    return version if version != summary.version else None


def machine_readable(summary):
    """The same as plain values; hidden counts are "small" or "other", what is withheld is null and says why."""
    figures = public_of(summary)
    decided = {theme.pk: theme for theme in summary.themes.prefetch_related("measures__updates")}
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
        "themes": [
            {
                **public,
                "ground": decided[public["id"]].ground,
                "reason": decided[public["id"]].reason,
                "measures": [_measure(measure) for measure in decided[public["id"]].measures.all()],
            }
            for public in figures["themes"]
            if public["id"] in decided
        ],
    }


def _measure(measure):
    """One measure as plain values."""
    return {
        "text": measure.text,
        "owner": measure.owner_position,
        "due": measure.due_on.isoformat(),
        "state": measure.state,
        "done_on": measure.done_on.isoformat() if measure.done_on else None,
        "updates": [{"at": row.at.isoformat(), "state": row.state, "text": row.text} for row in measure.updates.all()],
    }


def export_rows(summary):
    """Rows (theme, position, breakdown, group, voices) of the public figures."""
    for theme in public_of(summary)["themes"]:
        position = str(dict(Position.choices).get(theme["position"], ""))
        yield theme["title"], position, _("All"), "", words(theme["voices"])
        for label, _number, shown in channel_rows(theme):
            yield theme["title"], position, _("Channel"), label, shown
        for label, _number, shown in settlement_rows(theme):
            yield theme["title"], position, _("Settlement"), label, shown
