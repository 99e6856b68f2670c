"""What the import may leave out, in words; versions keep the codes, so that each reader gets the own language."""

from django.utils.translation import gettext_lazy as _

REMARKS = {
    "pictures": _("Pictures and drawings were left out: describe them in words or publish them beside the document."),
    "boxes": _("Text boxes were left out: move their words into the text."),
    "links": _("Links to other sites became plain words."),
    "tracked": _("Tracked changes were taken as accepted: check the text."),
    "remarks": _("Remarks in the margin were left out."),
    "nested": _("A table inside a table became words of its cell."),
    "equations": _("Formulas were left out: check the text."),
}


def in_words(codes):
    """The sentences behind the codes."""
    return [REMARKS[code] for code in codes if code in REMARKS]
