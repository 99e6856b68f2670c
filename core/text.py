"""Ukrainian text: romanised slugs, folding for search columns, cleaning of what people paste."""

import re
import unicodedata

ROMAN = {
    **dict(zip("абвгґдежзиіклмнопрстуф", "abvhgdezzyiklmnoprstuf", strict=True)),
    **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": ""},
    **{"є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"},
    **{"ё": "io", "ъ": "", "ы": "y", "э": "e"},
}
ROMAN_AT_WORD_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
APOSTROPHES = "'’ʼ‘`´′＇ꞌ"

_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_STRESS = re.compile("[\u0300\u0301]")
_SPACES = re.compile(r"\s+")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[^\W\d_]+")
_COMBINING = "".join(map(chr, (code for code in range(0x20000) if unicodedata.combining(chr(code)))))
_TOO_MANY_MARKS = re.compile(f"([{_COMBINING}]{{8}})[{_COMBINING}]+")
_UNWANTED = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab, line feed, carriage return
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible and direction marks
    "\ud800-\udfff"  # halves of characters, which no database stores
    "\ufdd0-\ufdef\ufffe\uffff"  # never characters
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)


def limit_marks(text):
    """Return `text` with at most eight accents in a row: normalising a longer pile takes minutes (a denial of service)."""
    return _TOO_MANY_MARKS.sub(r"\1", text)


def clean_text(text, *, single_line=False):
    """Return pasted `text` as we store it.

    Composed form (NFC), line ends as `\\n`, no control characters, no invisible direction marks (they let a name or a
    file pretend to be another), trimmed. With `single_line` every run of white space becomes one space.
    """
    text = str(text or "").replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = unicodedata.normalize("NFC", limit_marks(_UNWANTED.sub("", text)))
    return _SPACES.sub(" ", text).strip() if single_line else text.strip()


def fold(text):
    """Return `text` as search columns keep it: lower case, without apostrophes and stress marks, single spaces.

    SQLite compares only ASCII letters without case, so the column and the question are both folded by this function.
    """
    text = clean_text(text, single_line=True).casefold()
    return unicodedata.normalize("NFC", _APOSTROPHE.sub("", _STRESS.sub("", text))).strip()


def romanise(word):
    """Return one lower-case Ukrainian `word` in Latin letters by resolution 55 of 27.01.2010 of the Cabinet of Ministers."""
    word = word.replace("зг", "з\0")
    letters = [ROMAN_AT_WORD_START.get(word[:1], ROMAN.get(word[:1], word[:1]))]
    letters += ["gh" if letter == "\0" else ROMAN.get(letter, letter) for letter in word[1:]]
    return "".join(letters)


def slugify_uk(text, *, max_length=None):
    """Return an address part of `text`: Latin letters, digits and hyphens; cut at a word within `max_length` characters.

    Empty when nothing can be written in Latin letters (hieroglyphs, emoji): the caller then chooses another name.
    """
    text = _APOSTROPHE.sub("", clean_text(text, single_line=True).casefold()).replace("№", " ")
    text = _WORD.sub(lambda found: romanise(found[0]), text)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = _NOT_IN_SLUG.sub("-", text).strip("-")
    if max_length and len(slug) > max_length:
        cut = slug[: max_length + 1].rpartition("-")[0]
        slug = (cut or slug[:max_length]).strip("-")
    return slug
