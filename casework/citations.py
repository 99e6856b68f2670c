"""Articles of law as a reader expects them: "Law 2939-VI, Art. 20 p. 1" in the code, «ч. 1 ст. 20 Закону № 2939-VI» on a page."""

import re

from django.utils.translation import get_language
from django.utils.translation import gettext as _

DOUBT = re.compile(r"\s*\(\?\)")  # for lawyers, in the documents only
ACT = re.compile(r"^(?:Law|Закон №) (?P<number>\S+?)(?:, (?P<places>Art\. .+))?$")
PLACE = re.compile(r"(?P<article>\d+(?:-\d+)?)(?: p\. (?P<parts>\d+))?(?=$|, )")


def citation(text):
    """Return `text` (acts separated by "; ") in the reader's language, without the marks of doubt."""
    text = DOUBT.sub("", str(text)).strip()
    if text.startswith("PROCEDURES"):
        return _("the office's own rule")
    if not (get_language() or "").startswith("uk"):
        return text
    return "; ".join(_in_ukrainian(act) for act in text.split("; "))


def _in_ukrainian(act):
    """One act with its articles: parts come before the article, the article before the law."""
    found = ACT.match(act)
    if not found:
        return act
    law = f"Закону № {found['number']}"
    if not found["places"]:
        return f"Закон № {found['number']}"
    places = found["places"].removeprefix("Art. ")
    return ", ".join(_place(place) for place in PLACE.finditer(places)) + f" {law}"


def _place(place):
    """One article with its parts."""
    parts = f"ч. {place['parts']} " if place["parts"] else ""
    return f"{parts}ст. {place['article']}"
