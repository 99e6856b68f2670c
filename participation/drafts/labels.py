"""Labels of paragraphs: 12 stays 12 in every version; what is put after it is 12-1, 12-2, as in acts of law."""

import re

SHAPE = re.compile(r"(0|[1-9][0-9]{0,6})(?:-([1-9][0-9]{0,6}))?\Z")


def is_label(text):
    """Whether `text` could be a label."""
    return bool(SHAPE.match(text))


def parts(label):
    """(12, 1) of "12-1", (12, 0) of "12"."""
    found = SHAPE.match(label)
    return int(found[1]), int(found[2] or 0)


def fill(labels, used):
    """Return `labels` with a new label in place of every None; no label of `used` (any version) is given again.

    New paragraphs at the end get the next whole numbers, others a number after that of the paragraph before them.
    """
    taken = {*used, *filter(None, labels)}
    tops, suffixes = 0, {}
    for main, extra in map(parts, taken):
        tops, suffixes[main] = max(tops, main), max(suffixes.get(main, 0), extra)
    last = max((index for index, label in enumerate(labels) if label), default=-1)
    filled, base = [], 0
    for index, label in enumerate(labels):
        if label is None and index > last:
            tops += 1
            label = str(tops)
        elif label is None:
            suffixes[base] = suffixes.get(base, 0) + 1
            label = f"{base}-{suffixes[base]}"
        base = parts(label)[0]
        filled.append(label)
    return filled
