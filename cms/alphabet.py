"""The order of the Ukrainian alphabet, which databases do not know: SQLite puts є, і, ї and ґ after я."""

from core.text import APOSTROPHES

LETTERS = {letter: number for number, letter in enumerate("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")}


def ukrainian_key(text):
    """A key for `sorted`: figures first, then А to Я, then other alphabets; case and apostrophes do not count."""
    return [_place(sign) for sign in text.casefold() if sign not in APOSTROPHES]


def _place(sign):
    if sign in LETTERS:
        return 1, LETTERS[sign]
    return (2 if sign.isalpha() else 0), ord(sign)
