"""Small groups in published figures: shown as "<5" and not derivable from the rest.

Primary suppression hides every count from 1 to 4. When the hidden counts could be worked out from the total and the
counts beside them, larger counts are hidden too, the smallest first, until each hidden group could be any of 1, 2, 3, 4
(complementary suppression; see Hundepool et al., Statistical Disclosure Control, 2012, ch. 4). When even that does not
help, the whole breakdown is withheld.
"""

SMALL = 5


class Hidden:
    """Marks of a count that is not shown."""

    SMALL = "small"  # from 1 to 4
    OTHER = "other"  # 5 or more, hidden to protect a small one


def is_protected(counts, small, others):
    """Whether every count in `small` could still be any of 1 to 4 for a reader who knows all that is shown.

    `counts` maps names to numbers. The reader knows the sum of the hidden ones, that those in `small` lie in 1..4, and
    that those in `others` are at least 5 and, as the smallest are hidden first, at most the smallest shown.
    """
    total = sum(counts[name] for name in (*small, *others))
    shown = [count for name, count in counts.items() if count >= SMALL and name not in others]
    beside = len(small) - 1
    highest = total - beside - SMALL * len(others)
    if highest < SMALL - 1:
        return False
    if others and not shown:
        return True
    lowest = total - (SMALL - 1) * beside - (min(shown) * len(others) if others else 0)
    return lowest <= 1


def suppress(counts):
    """Return {name: number or mark of `Hidden`} for publication beside the sum of `counts`; None withholds it all.

    Zeros are shown. A breakdown whose whole sum is under 5 is withheld.
    """
    total = sum(counts.values())
    small = [name for name, count in counts.items() if 0 < count < SMALL]
    if not small:
        return dict(counts)
    if total < SMALL:
        return None
    candidates = sorted(
        (name for name, count in counts.items() if count >= SMALL), key=lambda name: (counts[name], name)
    )
    others = []
    while not is_protected(counts, small, others):
        if not candidates:
            return None
        others.append(candidates.pop(0))
    marks = dict.fromkeys(small, Hidden.SMALL) | dict.fromkeys(others, Hidden.OTHER)
    return {name: marks.get(name, count) for name, count in counts.items()}


def shown_total(count):
    """A single total for publication: the number, or the mark of a small group."""
    return Hidden.SMALL if 0 < count < SMALL else count
