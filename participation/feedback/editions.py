"""Figures of corrected versions: subtracting one version from another tells nobody of a group under 5.

A reader keeps what once was public. So a corrected version shows its own numbers only when each of them differs from every
earlier public number by nothing or by 5 and more; otherwise it repeats the figures of the version before and says so. The
breakdowns of a theme are weighed by themselves: one that cannot be shown beside the earlier ones is withheld. All that is
asked here are public figures, so the choice itself tells nothing of what they hide. A replaced version shows no breakdown.
"""

from itertools import product

from participation.feedback.figures import BREAKDOWNS, count, for_public
from participation.feedback.models import Summary
from participation.feedback.suppression import SMALL


class Withheld:
    """Why a theme shows no breakdown."""

    SMALL = "small"  # the groups are too small
    CORRECTION = "correction"  # of a corrected version: too small, or telling too much beside an earlier version
    REPLACED = "replaced"  # a newer version holds


def frozen(summary):
    """Count `summary` for keeping: its exact figures and, as `public`, what everybody may read beside earlier versions."""
    figures = count(summary)
    earlier = Summary.objects.ever_published().filter(series=summary.series, version__lt=summary.version)
    told = [told_of(version) for version in earlier.order_by("version")]
    return {**figures, "public": publishable(figures, told, summary.version)}


def told_of(summary):
    """The public figures of a version as they stood while it held."""
    return summary.figures.get("public") or for_public(summary.figures)


def public_of(summary):
    """What everybody reads of a version now: a replaced one shows no breakdown."""
    public = told_of(summary)
    if not summary.is_corrected:
        return public
    return {**public, "themes": [_without(theme, BREAKDOWNS, Withheld.REPLACED) for theme in public["themes"]]}


def publishable(figures, earlier, version=1):
    """Public figures for the exact `figures` of `version`, beside the public figures of `earlier` versions, oldest first."""
    fresh = {**for_public(figures), "version": version}
    if all(totals_may_meet(old, fresh) for old in earlier):
        themes = [_told_beside(_guarded(theme, earlier), earlier) for theme in fresh["themes"]]
        return {**fresh, "target": _target_beside(fresh["target"], earlier), "themes": themes}
    return _repeated(fresh, earlier[-1])


def totals_may_meet(old, new):
    """Whether a reader of both may see the totals of both: chosen, answered, and voices by theme.

    An old version of fewer than five contributions showed no number at all and therefore meets anything.
    """
    if not isinstance(old["chosen"], int):
        return True
    was, now = _totals(old), _totals(new)
    gone, come = ([a[name] for name in a if name not in b] for a, b in ((was, now), (now, was)))
    return may_meet(was, now) and all(are_apart(*pair) for pair in product(gone, come) if None not in pair)


def may_meet(was, now):
    """Whether two public mappings of numbers may be seen beside each other: the same, or all open and far apart.

    A number that was never told (None) is not compared; a missing one is 0.
    """
    pairs = [(was.get(name, 0), now.get(name, 0)) for name in {*was, *now}]
    pairs = [pair for pair in pairs if None not in pair]
    return all(a == b for a, b in pairs) or all(are_apart(*pair) for pair in pairs)


def are_apart(one, other):
    """Whether two public counts are open and differ by nothing or by 5 and more."""
    return isinstance(one, int) and isinstance(other, int) and (one == other or abs(one - other) >= SMALL)


def _totals(public):
    """All totals of public figures by name; a theme is named by its key, which stays the same in a correction."""
    themes = {theme["key"]: theme["voices"] for theme in public["themes"]}
    return {"chosen": public["chosen"], "answered": public["answered"], **themes}


def _guarded(theme, earlier):
    """A theme of a corrected version without the breakdowns that must not stand beside those of an earlier version.

    One reason covers all that a correction withholds: "too small by itself" would tell what the others are not.
    """
    unsafe = [name for name in BREAKDOWNS if theme[name] is None or not _breakdown_may_stand(theme, name, earlier)]
    return _without(theme, unsafe, Withheld.CORRECTION) if earlier and unsafe else theme


def _breakdown_may_stand(theme, name, earlier):
    """Whether the breakdown meets each earlier one; a theme that a version lacked may hold the voices of another."""
    for public in earlier:
        old = next((row for row in public["themes"] if row["key"] == theme["key"]), None)
        if old is None or (old.get(name) is not None and not may_meet(old[name], theme[name])):
            return False
    return True


def _told_beside(theme, earlier):
    """A theme of a corrected version without counted contributions that differ too little from an earlier number."""
    tallies = [
        tally if all(_tally_may_stand(tally, theme["key"], public) for public in earlier) else {**tally, "number": None}
        for tally in theme["tallies"]
    ]
    return {**theme, "tallies": tallies}


def _tally_may_stand(tally, theme, public):
    """Whether the number of `tally` meets the one that an earlier version told; what it did not count was 0."""
    rows = (row for old in public["themes"] if old["key"] == theme for row in old.get("tallies", ()))
    was = next((row["number"] for row in rows if row["key"] == tally["key"]), 0)
    return was is None or may_meet({"": was}, {"": tally["number"]})


def _target_beside(target, earlier):
    """The target line beside earlier ones: the earlier one again where the two differ by too few people."""
    for public in reversed(earlier):
        old = public.get("target")
        if old and not _targets_may_meet(old, target):
            return old
    return target


def _targets_may_meet(old, new):
    """Whether a reader of both target lines learns of nobody: the same, of another kind, or open and far apart."""
    if old == new or new is None or old["kind"] != new["kind"]:
        return True
    if None in (old["asked"], new["asked"]):
        return False
    rests = (old["asked"] - old["good"], new["asked"] - new["good"])
    return are_apart(old["asked"], new["asked"]) and are_apart(old["good"], new["good"]) and are_apart(*rests)


def _without(theme, breakdowns, why):
    """A public theme without these breakdowns."""
    return {**theme, **dict.fromkeys(breakdowns), "withheld": why}


def _repeated(fresh, before):
    """The figures of the version before under the themes of the fresh one; a theme that it lacked shows no number."""
    known = {theme["key"]: theme for theme in before["themes"]}
    nothing = {"voices": None, **dict.fromkeys(BREAKDOWNS), "tallies": [], "withheld": Withheld.CORRECTION}
    themes = [
        {**theme, **{name: known.get(theme["key"], nothing).get(name, usual) for name, usual in nothing.items()}}
        for theme in fresh["themes"]
    ]
    return {**before, "themes": themes}
