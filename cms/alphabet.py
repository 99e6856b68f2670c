"""The Ukrainian alphabet in columns, so that every database sorts Ґ after Г, Є after Е, І and Ї after И and Ь before Ю.

Databases sort by collations that differ between installations (SQLite knows only the codes of characters). A sort key is
written with digits alone, two for every letter, and digits sort alike everywhere.
"""

from core.text import fold

LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
NUMBERS = "#"
KEY_LETTERS = 60
_ORDER = " 0123456789abcdefghijklmnopqrstuvwxyz" + LETTERS
_CODES = {letter: f"{number:02}" for number, letter in enumerate(_ORDER)}
_LAST = "99"


def sort_key(text):
    """Return digits by which titles stand from А to Я: spaces and figures first, then Latin, then Ukrainian letters.

    Only letters, figures and spaces count; case, apostrophes, quotation marks and hyphens do not.
    """
    signs = [sign for sign in fold(text) if sign.isalnum() or sign == " "]
    return "".join(_CODES.get(sign, _LAST) for sign in "".join(signs).strip()[:KEY_LETTERS])


def first_letter(text):
    """Return the capital letter under which a title stands, `#` for figures and for titles without a letter."""
    for sign in fold(text):
        if sign.isalpha():
            return sign.upper()[:1]
        if sign.isdigit():
            return NUMBERS
    return NUMBERS
