"""Numbers that Word draws before paragraphs: they stand in no text, so they are counted anew."""

import re

from docx.oxml.ns import qn

BULLET = "•"
LARGEST_START = 30_000
LEVELS = 9
_HOLE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN += ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LATIN, _CYRILLIC = "abcdefghijklmnopqrstuvwxyz", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"


class Numbering:
    """Counts the lists of one document: `marker(list, level)` gives the next number as it would be drawn."""

    def __init__(self, root):
        self._levels, self._abstract, self._counters, self._restarts = {}, {}, {}, {}
        if root is None:
            return
        for abstract in root.findall(qn("w:abstractNum")):
            key = abstract.get(qn("w:abstractNumId"))
            self._levels[key] = {_number(level.get(qn("w:ilvl"))): level for level in abstract.findall(qn("w:lvl"))}
        for instance in root.findall(qn("w:num")):
            target = instance.find(qn("w:abstractNumId"))
            if target is not None:
                self._abstract[instance.get(qn("w:numId"))] = target.get(qn("w:val"))
            for override in instance.findall(qn("w:lvlOverride")):
                if override.find(qn("w:startOverride")) is not None:
                    starts = self._restarts.setdefault(instance.get(qn("w:numId")), {})
                    starts[_number(override.get(qn("w:ilvl")))] = _start(override, "w:startOverride")

    def marker(self, list_id, level):
        """The number of the next paragraph of a list; empty for a list that the document does not describe."""
        levels = self._levels.get(self._abstract.get(list_id, ""), {})
        if level not in levels:
            return ""
        restarts = self._restarts.get(list_id, {})
        counters = self._counters.setdefault(list_id if restarts else (self._abstract[list_id],), {})
        counters[level] = counters.get(level, restarts.get(level, _start(levels[level])) - 1) + 1
        for deeper in [key for key in counters if key > level]:
            del counters[deeper]
        if _value(levels[level], "w:numFmt") == "bullet":
            return BULLET
        return self._drawn(levels, counters, level)

    def _drawn(self, levels, counters, level):
        """The text of a level with numbers in place of its holes."""

        def number(hole):
            index = int(hole[1]) - 1
            if index not in levels:
                return ""
            return shown(counters.get(index, _start(levels[index])), _value(levels[index], "w:numFmt"))

        return _HOLE.sub(number, _value(levels[level], "w:lvlText")).strip()[:20]


def shown(number, kind):
    """A number as Word writes it."""
    if kind in {"lowerRoman", "upperRoman"}:
        word = _roman(number)
    elif kind in {"lowerLetter", "upperLetter"}:
        word = _letter(number, _LATIN)
    elif kind in {"russianLower", "russianUpper"}:
        word = _letter(number, _CYRILLIC)
    else:
        return "" if kind == "none" else str(number)
    return word.upper() if kind.startswith(("upper", "russianUpper")) else word


def _roman(number):
    word = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        word += letters * count
    return word


def _letter(number, letters):
    index = max(number, 1) - 1
    return letters[index % len(letters)] * min(index // len(letters) + 1, 5)


def _value(level, name):
    found = level.find(qn(name))
    return (found.get(qn("w:val")) or "") if found is not None else ""


def _start(level, name="w:start"):
    found = level.find(qn(name))
    return min(_number(found.get(qn("w:val"))), LARGEST_START) if found is not None else 1


def _number(text):
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0
