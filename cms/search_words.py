"""Words as a reader types them, made ready for a folded column: no signs, no endings of long words."""

import re

from core.text import fold

WORD = re.compile(r"\w+")
LONG_WORD, VERY_LONG_WORD = 5, 6


def roots(text):
    """Return the words of `text` without case, signs and endings; an empty list when nothing but signs was typed."""
    return [root_of(word) for word in WORD.findall(fold(text))]


def root_of(word):
    """Cut the ending of a long Ukrainian word, so that паспорта finds паспорт; figures and short words stay."""
    if not word.isalpha() or len(word) < LONG_WORD:
        return word
    return word[:-2] if len(word) > VERY_LONG_WORD else word[:-1]
