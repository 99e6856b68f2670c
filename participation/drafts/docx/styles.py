"""What styles say about paragraphs: headings and lists, through the styles on which they are based."""

import re

from docx.oxml.ns import qn

MAX_CHAIN = 12  # styles based on styles; more is a circle
_HEADING = re.compile(r"^(?:heading|заголовок)\s*([1-9])$", re.IGNORECASE)


class Styles:
    """Looks up styles by their id."""

    def __init__(self, root):
        styles = root.findall(qn("w:style")) if root is not None else []
        self._styles = {style.get(qn("w:styleId")): style for style in styles}

    def chain(self, properties):
        """The properties of a paragraph, then those of its style and of each style under it."""
        if properties is None:
            return
        yield properties
        style = self._styles.get(_value(properties, "w:pStyle"))
        for _step in range(MAX_CHAIN):
            if style is None:
                return
            if (own := style.find(qn("w:pPr"))) is not None:
                yield own
            style = self._styles.get(_value(style, "w:basedOn"))

    def heading_level(self, properties):
        """1 to 9 for a heading, 0 for anything else."""
        for part in self.chain(properties):
            level = _value(part, "w:outlineLvl")
            if level.isascii() and level.isdigit() and len(level) == 1:
                return int(level) + 1 if level != "9" else 0
        return self._by_name(properties)

    def _by_name(self, properties):
        style = self._styles.get(_value(properties, "w:pStyle")) if properties is not None else None
        name = _value(style, "w:name") if style is not None else ""
        if name.casefold() in {"title", "назва"}:
            return 1
        found = _HEADING.match(name)
        return int(found[1]) if found else 0

    def list_of(self, properties):
        """(list id, level) of a numbered or bulleted paragraph, or None."""
        for part in self.chain(properties):
            numbering = part.find(qn("w:numPr"))
            if numbering is None:
                continue
            list_id, level = _value(numbering, "w:numId"), _value(numbering, "w:ilvl") or "0"
            if list_id == "0":
                return None
            if list_id:
                return list_id, int(level) if level.isascii() and level.isdigit() and len(level) == 1 else 0
        return None

    def is_centred(self, properties):
        """Whether a paragraph stands in the middle of the line."""
        return next((value for part in self.chain(properties) if (value := _value(part, "w:jc"))), "") == "center"


def _value(element, name):
    found = element.find(qn(name))
    return (found.get(qn("w:val")) or "") if found is not None else ""
