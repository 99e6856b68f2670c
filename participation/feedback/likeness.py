"""Which contributions speak of the same thing: texts whose words overlap, rare words weighing more than common ones.

It only proposes. An official reads, ticks and decides.
"""

from collections import Counter, defaultdict
from math import log, sqrt

from participation.feedback.stems import stems

LEAST = 0.12  # likeness under this is a coincidence


class Texts:
    """Texts by key, ready to be compared: `Texts({1: "…", 2: "…"})`."""

    def __init__(self, texts):
        self.words = {key: stems(text) for key, text in texts.items()}
        known = Counter(word for words in self.words.values() for word in words)
        number = len(self.words)
        self.weights = {word: log(1 + number / count) for word, count in known.items()}

    def _length(self, words):
        return sqrt(sum(self.weights[word] ** 2 for word in words))

    def likeness(self, one, other):
        """How alike two texts are, from 0 to 1."""
        first, second = self.words[one], self.words[other]
        common = sum(self.weights[word] ** 2 for word in first & second)
        return common / (self._length(first) * self._length(second)) if common else 0.0

    def like(self, key):
        """The keys of the texts that resemble the text `key`, the most alike first."""
        found = {other: self.likeness(key, other) for other in self.words if other != key}
        return sorted((other for other in found if found[other] >= LEAST), key=lambda other: (-found[other], other))


def proposed(texts, placed):
    """Return {key: theme} for the texts that stand in no theme and resemble those of one.

    `placed` maps keys to the themes that they speak to. A text goes where its words weigh most on the average.
    """
    known, sizes = Texts(texts), Counter(theme for themes in placed.values() for theme in themes)
    used = defaultdict(Counter)  # word → how many texts of each theme have it
    for key, themes in placed.items():
        for word in known.words.get(key, ()):
            used[word].update(themes)
    found = {}
    for key, words in known.words.items():
        if key in placed:
            continue
        score, full = Counter(), sum(known.weights[word] for word in words)
        for word in words:
            for theme, count in used[word].items():
                score[theme] += known.weights[word] * count / sizes[theme]
        best = max(score, key=lambda theme: (score[theme], -theme), default=None)
        if best is not None and score[best] >= LEAST * full:
            found[key] = best
    return found
