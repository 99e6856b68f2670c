"""What changed between two versions of a text."""

import difflib
import re

WORDS_AT_MOST = 4_000  # comparing by words takes time with the square of their number; longer texts go by lines
_PIECES = re.compile(r"\s+|[^\s]+")


def changed_words(before, after):
    """Return (kind, text) pieces that lead from `before` to `after`; kind is "same", "gone" or "new".

    Words are compared; texts beyond 4,000 words by lines.
    """
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if max(len(old), len(new)) > WORDS_AT_MOST * 2:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    pieces = []
    for kind, start, end, begin, stop in difflib.SequenceMatcher(None, old, new, autojunk=True).get_opcodes():
        if kind == "equal":
            pieces.append(("same", "".join(old[start:end])))
            continue
        pieces += [("gone", "".join(old[start:end]))] if end > start else []
        pieces += [("new", "".join(new[begin:stop]))] if stop > begin else []
    return pieces
