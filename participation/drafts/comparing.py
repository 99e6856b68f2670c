"""Two versions paragraph by paragraph: what was added, taken out, changed or moved."""

from dataclasses import dataclass, field

from casework.staff.comparing import changed_words

SAME, ADDED, REMOVED, CHANGED = "same", "added", "removed", "changed"


@dataclass
class Row:
    """One paragraph of the comparison; `pieces` are (kind, words) with kind same, gone or new."""

    how: str
    label: str
    was: object = None
    now: object = None
    pieces: list = field(default_factory=list)
    moved: bool = False


def compare(before, after):
    """Return a `Row` for every paragraph of two lists of paragraphs, in the order of `after`.

    What was taken out stands after the paragraph that it followed.
    """
    old = {row.label: row for row in before}
    moved = moved_labels([row.label for row in before], [row.label for row in after])
    rows = [_row(old.get(now.label), now, now.label in moved) for now in after]
    present = {now.label for now in after}
    return _with_removed(rows, before, present)


def _row(was, now, moved):
    if was is None:
        return Row(ADDED, now.label, now=now, pieces=[("new", now.text)])
    if was.text == now.text:
        return Row(SAME, now.label, was, now, [("same", now.text)], moved)
    return Row(CHANGED, now.label, was, now, changed_words(was.text, now.text), moved)


def _with_removed(rows, before, present):
    """Put what was taken out where it stood."""
    after, last = {}, None
    for was in before:
        if was.label in present:
            last = was.label
        else:
            after.setdefault(last, []).append(Row(REMOVED, was.label, was=was, pieces=[("gone", was.text)]))
    result = after.get(None, [])
    for row in rows:
        result += [row, *(after.get(row.label, []) if row.how != ADDED else [])]
    return result


def moved_labels(before, after):
    """Labels that left their place among those that both versions have: all outside the longest common order."""
    place = {label: index for index, label in enumerate(before)}
    shared = [label for label in after if label in place]
    return set(shared) - set(longest_rising(shared, place))


def longest_rising(labels, place):
    """The longest part of `labels` whose places rise (patience sorting)."""
    piles, back = [], {}
    for label in labels:
        low, high = 0, len(piles)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if place[piles[middle]] < place[label] else (low, middle)
        back[label] = piles[low - 1] if low else None
        piles[low:] = [label, *piles[low + 1 :]]
    chain, label = [], piles[-1] if piles else None
    while label is not None:
        chain.append(label)
        label = back[label]
    return chain


def counts(rows):
    """How many paragraphs were added, removed, changed, moved."""
    found = {how: sum(row.how == how for row in rows) for how in (ADDED, REMOVED, CHANGED)}
    return {**found, "moved": sum(row.moved for row in rows)}
