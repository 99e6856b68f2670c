"""Which paragraph of a new version is which of the version before: by words, then by their likeness (difflib).

    match(old, new)  ->  one `Found` for each new paragraph

Same words are the same paragraph wherever they went. Likeness above SURE is taken as it is, between DOUBT and SURE it is
proposed to a person, below DOUBT the paragraph is new. No old paragraph is given twice.
"""

import re
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from difflib import SequenceMatcher

from core.text import fold
from participation.drafts.enums import Match

SURE, DOUBT = 72, 45  # per cent of likeness
NEARLY_AS_GOOD = 6  # two old paragraphs whose likeness differs by less leave a doubt
CANDIDATES = 4  # old paragraphs compared letter by letter for each new one
SHORT = 120  # characters up to which letters are compared; longer texts are compared by words
MANY_WORDS = 1000  # above it common words do not help to find one's way
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Found:
    """`old`: the index of the old paragraph, or None; `how`: a `Match`; `likeness` in per cent."""

    old: int | None
    how: str
    likeness: int = 0


NEW = Found(None, Match.NEW)


def match(old, new):
    """Return a `Found` for each text of `new`, told by the texts of `old`."""
    before, after = [fold(text) for text in old], [fold(text) for text in new]
    found = same_in_order(before, after)
    found |= same_elsewhere(before, after, found)
    found |= alike(before, after, found)
    return [found.get(index, NEW) for index in range(len(after))]


def same_in_order(before, after):
    """Equal texts that kept their order."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {block.b + step: Found(block.a + step, Match.SAME, 100) for block in blocks for step in range(block.size)}


def same_elsewhere(before, after, found):
    """Equal texts that moved."""
    taken = {one.old for one in found.values()}
    waiting = defaultdict(deque)
    for index, text in enumerate(before):
        if index not in taken:
            waiting[text].append(index)
    moved = {}
    for index, text in enumerate(after):
        if index not in found and waiting[text]:
            moved[index] = Found(waiting[text].popleft(), Match.SAME, 100)
    return moved


def alike(before, after, found):
    """Changed texts, the most alike pairs first."""
    taken = {one.old for one in found.values()}
    free = [index for index in range(len(before)) if index not in taken]
    rest = [index for index in range(len(after)) if index not in found]
    scores = scored(before, after, free, rest)
    result, used = {}, set()
    for likeness, _near, index, source in sorted(scores, key=lambda row: (-row[0], row[1], row[2], row[3])):
        if index in result or source in used:
            continue
        rivals = [row[0] for row in scores if row[2] == index and row[3] != source and row[3] not in used]
        is_sure = likeness >= SURE and likeness - max(rivals, default=0) >= NEARLY_AS_GOOD
        result[index] = Found(source, Match.SIMILAR if is_sure else Match.DOUBTFUL, likeness)
        used.add(source)
    return result


def scored(before, after, free, rest):
    """(likeness, distance between the places, new, old) of every pair worth a thought."""
    words = {index: Counter(_WORD.findall(before[index])) for index in free}
    homes = defaultdict(set)  # in which old paragraphs a word stands
    for index, counted in words.items():
        for word in counted:
            homes[word].add(index)
    scores = []
    for index in rest:
        wanted = Counter(_WORD.findall(after[index]))
        shared = Counter()
        for word, times in wanted.items():
            for home in homes[word]:
                shared[home] += min(times, words[home][word])
        total = sum(wanted.values())
        ranked = sorted(shared, key=lambda home: (-2 * shared[home] / (total + sum(words[home].values())), home))
        for home in ranked[:CANDIDATES]:
            if (likeness := alikeness(before[home], after[index])) >= DOUBT:
                scores.append((likeness, abs(home - index), index, home))
    return scores


def alikeness(one, other):
    """How alike two texts are, in per cent: letters for short texts, words for longer ones."""
    if max(len(one), len(other)) > SHORT:
        one, other = _WORD.findall(one), _WORD.findall(other)
    matcher = SequenceMatcher(None, one, other, autojunk=len(one) > MANY_WORDS)
    if matcher.real_quick_ratio() * 100 < DOUBT or matcher.quick_ratio() * 100 < DOUBT:
        return 0
    return round(matcher.ratio() * 100)
