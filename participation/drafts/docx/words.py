"""The words of one Word paragraph with their look, footnotes and all that cannot be kept."""

from docx.oxml.ns import qn

TEXT, TAB, HYPHEN = qn("w:t"), qn("w:tab"), qn("w:noBreakHyphen")
BREAKS = {qn("w:br"), qn("w:cr")}
SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:sdtPr")}
NOTES = {qn("w:footnoteReference"): "foot", qn("w:endnoteReference"): "end"}
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
LEFT_OUT = {
    qn("w:drawing"): "pictures",
    qn("w:pict"): "pictures",
    qn("w:object"): "pictures",
    COMPATIBLE: "boxes",
    qn("m:oMath"): "equations",
    qn("m:oMathPara"): "equations",
    qn("w:commentReference"): "remarks",
}
NOTICED = {qn("w:ins"): "tracked", qn("w:del"): "tracked", qn("w:moveFrom"): "tracked", qn("w:hyperlink"): "links"}


class Words:
    """Collects the pieces of one paragraph: `pieces` [[words, look]], `notes` [[number, words]].

    `notes_of` maps ("foot" | "end", id) to a note's words; `numbers` counts notes over the whole document; `remarks` is a
    set to which the codes of what was left out are added.
    """

    def __init__(self, notes_of, numbers, remarks):
        self.pieces, self.notes = [], []
        self._notes_of, self._numbers, self._remarks = notes_of, numbers, remarks

    def read(self, element, look=""):
        """Walk an element; a run sets the look of what stands in it."""
        for child in element:
            tag = child.tag
            if tag in NOTICED and not (tag == qn("w:hyperlink") and child.get(qn("w:anchor"))):
                self._remarks.add(NOTICED[tag])
            if tag in LEFT_OUT:
                self._remarks.add("boxes" if tag == qn("w:pict") and has_box(child) else LEFT_OUT[tag])
            elif tag == TEXT:
                self._add(child.text or "", look)
            elif tag == TAB or tag in BREAKS:
                self._add("\t" if tag == TAB else "\n", look)
            elif tag == HYPHEN:
                self._add("‑", look)
            elif tag in NOTES:
                self._note(NOTES[tag], child.get(qn("w:id")))
            elif tag not in SKIPPED:
                self.read(child, look_of(child) if tag == qn("w:r") else look)
        return self

    def _add(self, text, look):
        if self.pieces and self.pieces[-1][1] == look:
            self.pieces[-1][0] += text
        elif text:
            self.pieces.append([text, look])

    def _note(self, kind, key):
        words = self._notes_of.get((kind, key))
        if words:
            self._numbers.append(key)
            self.notes.append([len(self._numbers), words])
            self.pieces.append([f"[{len(self._numbers)}]", "n"])

    @property
    def text(self):
        """The words alone, without marks of notes."""
        return "".join(words for words, look in self.pieces if look != "n")

    @property
    def is_bold(self):
        """Whether every word is bold."""
        return all("b" in look for words, look in self.pieces if words.strip() and look != "n")


def has_box(element):
    """Whether an old drawing holds a text box."""
    return element.find(f".//{qn('w:txbxContent')}") is not None


def look_of(run):
    """ "b", "i", "bi" or nothing."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return ""
    return "".join(letter for letter in "bi" if _is_on(properties.find(qn(f"w:{letter}"))))


def _is_on(mark):
    return mark is not None and mark.get(qn("w:val")) not in {"0", "false", "off", "none"}
