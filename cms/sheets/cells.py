"""Kinds of cells: how a value of a service is written into a cell and read back. Reading refuses in plain words."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

import nh3
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from core.text import clean_text

SEPARATOR = "; "
KOPIYKA = Decimal("0.01")
MAX_NUMBER = 32_767
DATE_SHAPES = ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y")
YES = {"так", "yes", "1", "+", "true", "істина"}
NO = {"ні", "no", "0", "-", "false", "хибність"}
STEP_TAGS = {"p", "b", "strong", "ol", "ul", "li", "a", "br"}
STEP_ATTRIBUTES = {"a": {"href", "id", "linktype"}}
_MARKUP = re.compile(r"<(?!/?(?:p|br)\b)[a-z]", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"</p>|<br ?/?>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^>]+>")


class CellError(Exception):
    """The cell cannot be understood; the words say what to write instead."""


class Text:
    """Words. A number typed into a cell of words is its digits."""

    def tidy(self, value):
        """The value as it is compared."""
        return clean_text(value or "")

    def to_cell(self, value):
        """The value as it is written."""
        return value

    def from_cell(self, cell):
        """Read; raises CellError."""
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        if isinstance(cell, datetime):
            cell = date_format(cell, "d.m.Y")
        return clean_text("" if cell is None else str(cell))


class Flag(Text):
    """Yes or no; an empty cell is `empty`."""

    def __init__(self, *, empty=False):
        self.empty = empty

    def tidy(self, value):
        return bool(value)

    def to_cell(self, value):
        return "так" if value else "ні"

    def from_cell(self, cell):
        word = str("" if cell is None else cell).strip().lower()
        if not word:
            return self.empty
        if word in YES:
            return True
        if word in NO:
            return False
        raise CellError(_("Write «так» or «ні»."))


class Whole(Text):
    """A whole number or nothing."""

    def tidy(self, value):
        return value

    def from_cell(self, cell):
        if cell is None or str(cell).strip() == "":
            return None
        try:
            number = Decimal(str(cell).strip())
            if isinstance(cell, bool) or number != number.to_integral_value() or not 0 <= number <= MAX_NUMBER:
                raise InvalidOperation
        except InvalidOperation as error:
            raise CellError(_("Write a whole number.")) from error
        return int(number)


class Money(Text):
    """Hryvnias with kopiykas, or nothing."""

    def tidy(self, value):
        return None if value is None else Decimal(value).quantize(KOPIYKA)

    def from_cell(self, cell):
        text = re.sub(r"[\s\u00a0]", "", str("" if cell is None else cell)).replace(",", ".")
        if not text:
            return None
        try:
            sum_ = Decimal(text)
            if isinstance(cell, bool) or not sum_.is_finite() or abs(sum_) >= 10**9:
                raise InvalidOperation
            whole = sum_.quantize(KOPIYKA)
        except InvalidOperation as error:
            raise CellError(_("Write a sum in hryvnias, for example 1234,50.")) from error
        if abs(whole - sum_) > Decimal("0.000001"):
            raise CellError(_("A sum has at most two digits after the comma."))
        return whole


class Day(Text):
    """A date or nothing."""

    def tidy(self, value):
        return value

    def from_cell(self, cell):
        if cell is None or str(cell).strip() == "":
            return None
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        for shape in DATE_SHAPES:
            try:
                return datetime.strptime(str(cell).strip(), shape).date()
            except ValueError:
                continue
        raise CellError(_("Write a date as 23.11.2026."))


class Choice(Text):
    """One of a few words; the first choice stands for an empty cell when `default` is given."""

    def __init__(self, choices, default=""):
        self.choices, self.default = choices, default

    def labels(self):
        """Values by their words in the active language, for whom a file is written is of no matter: always Ukrainian."""
        return {str(label).casefold(): value for value, label in self.choices}

    def tidy(self, value):
        return value or self.default

    def to_cell(self, value):
        return str(dict(self.choices).get(value, value))

    def from_cell(self, cell):
        word = clean_text("" if cell is None else cell, single_line=True)
        if not word:
            return self.default
        values = {value for value, _label in self.choices}
        found = self.labels().get(word.casefold(), word if word in values else None)
        if found is None:
            choices = SEPARATOR.join(str(label) for _value, label in self.choices)
            raise CellError(_("There is no such choice. Write one of: %(choices)s.") % {"choices": choices})
        return found


class Choices(Choice):
    """Several of a few words, separated by semicolons; kept in the order of the choices."""

    def tidy(self, value):
        chosen = set(value or ())
        return tuple(key for key, _label in self.choices if key in chosen)

    def to_cell(self, value):
        return SEPARATOR.join(super(Choices, self).to_cell(part) for part in value)

    def from_cell(self, cell):
        parts = clean_text("" if cell is None else cell, single_line=True).split(";")
        return self.tidy([super(Choices, self).from_cell(part) for part in parts if part.strip()])


class Named(Text):
    """One row of another table, by its name or address in the site; the value is that name."""

    def __init__(self, lookup, attribute):
        self.lookup, self.attribute = lookup, attribute

    def tidy(self, value):
        return getattr(value, self.attribute) if value is not None else ""


class NamedMany(Named):
    """Several rows of another table, separated by semicolons; the value is the sorted names."""

    def tidy(self, value):
        return tuple(sorted(getattr(row, self.attribute) for row in value.all()))

    def to_cell(self, value):
        return SEPARATOR.join(value)

    def from_cell(self, cell):
        parts = clean_text("" if cell is None else cell, single_line=True).split(";")
        return tuple(sorted({part.strip() for part in parts if part.strip()}))


class Explanation(Text):
    """Rich text: plain words where there are only paragraphs, otherwise its markup without what a step may not hold."""

    def tidy(self, value):
        source = value.source if isinstance(value, RichText) else str(value or "")
        clean = nh3.clean(source, tags=STEP_TAGS, attributes=STEP_ATTRIBUTES, link_rel=None).replace("&nbsp;", " ")
        if _MARKUP.search(clean):
            return clean.strip()
        words = _ANY_TAG.sub("", _PARAGRAPH_END.sub("\n", clean))
        return clean_text(_unescape(words))

    def from_cell(self, cell):
        text = super().from_cell(cell)
        return self.tidy(text) if _MARKUP.search(text) or "<p" in text else text

    def markup(self, value):
        """The value as the editor stores it."""
        if _MARKUP.search(value):
            return value
        return "".join(f"<p>{escape(line)}</p>" for line in value.split("\n") if line.strip())


def _unescape(text):
    for sign, entity in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;"), ("&", "&amp;")):
        text = text.replace(entity, sign)
    return text
