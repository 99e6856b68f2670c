"""What a corrected version says otherwise than the version before: "was" and "now", side by side."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from participation.feedback.editions import public_of, told_of
from participation.feedback.figures import coverage, words
from participation.feedback.target import in_words

NOTHING = (None, {})


@dataclass(frozen=True)
class Difference:
    """One thing that changed: its name and both wordings, empty where there was or is none."""

    label: str
    was: str
    now: str


@dataclass(frozen=True)
class Changed:
    """The differences of one part of the page: a theme, or the summary as a whole."""

    title: str
    differences: list


def compare(before, after):
    """Return the `Changed` parts of `after`, a version or a draft with figures, against `before`; empty when none."""
    old, new = themes_of(before), themes_of(after)
    parts = [Changed(_("The summary as a whole"), differing(facts_of(before), facts_of(after)))]
    for key in [*new, *(key for key in old if key not in new)]:
        (was, told), (now, tells) = old.get(key, NOTHING), new.get(key, NOTHING)
        words = differing({**decision_of(was), **counted(told)}, {**decision_of(now), **counted(tells)})
        parts.append(Changed((now or was).title, words))
    return [part for part in parts if part.differences]


def themes_of(summary):
    """{key: (theme, its public figures)} in the order of the page."""
    public = {theme["key"]: theme for theme in told_of(summary)["themes"]}
    found = summary.themes.prefetch_related("measures", "quotes")
    return {theme.key: (theme, public.get(str(theme.key), {})) for theme in found}


def differing(was, now):
    """The `Difference`s of two mappings {(key, label): words}, in the order of the newer one."""
    names = [*now, *(name for name in was if name not in now)]
    found = (Difference(label, was.get((key, label), ""), now.get((key, label), "")) for key, label in names)
    return [difference for difference in found if difference.was != difference.now]


def facts_of(summary):
    """The words of a summary that stand outside its themes."""
    return {
        ("title", _("Title")): summary.title,
        ("lead", _("In short")): summary.lead,
        ("period", _("Period")): f"{day(summary.period_from)} – {day(summary.period_to)}",
        ("coverage", _("How many were answered")): coverage(public_of(summary)),
        **target_of(in_words(told_of(summary).get("target"))),
    }


def target_of(target):
    """The target line in words; nothing where there is none."""
    return {("target", str(target["label"])): target["share"] or met(target)} if target else {}


def met(target):
    """Whether a target is met, in words."""
    return _("The target is met.") if target["is_met"] else _("The target is not met.")


def counted(public):
    """What is only counted under a theme, as far as everybody may know the numbers."""
    return {
        (tally["key"], _("Counted besides")): f"{tally['label']}: {words(tally['number'])}"
        for tally in public.get("tallies", ())
    }


def decision_of(theme):
    """What was said and decided on a theme and what was promised; nothing for a theme that is not there."""
    if theme is None:
        return {}
    return {
        ("title", _("Theme")): theme.title,
        ("said", _("You said")): theme.said,
        ("position", _("Position")): str(theme.get_position_display()),
        ("ground", _("Ground")): theme.ground,
        ("reason", _("We decided")): theme.reason,
        **{(measure.key, _("Measure")): promise(measure) for measure in theme.measures.all()},
        **{(quote.key, _("Quote")): quote.text for quote in theme.shown_quotes},
    }


def promise(measure):
    """A measure in one sentence: what, who, by when."""
    return _("%(measure)s Responsible: %(owner)s. Due: %(due)s.") % {
        "measure": measure.text.rstrip(".") + ".",
        "owner": measure.owner_position,
        "due": day(measure.due_on),
    }


def day(date):
    """A day in words."""
    return date_format(date, "j E Y")
