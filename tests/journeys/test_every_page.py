"""Every page of the demo community, read as text: light enough for a village mast, and in Ukrainian.

Dead ends, and writing on reading, are the matter of tests/house/test_site.py.
"""

import re
from html.parser import HTMLParser

import polib
import pytest
from django.test import Client

from core.models import Letter
from tests.browser import pages
from tests.house import tree
from tests.support.weight import HEAVIEST_PAGE, weight, weight_of_scripts

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("every page"),
]  # one process reads the pages for all of them
HEAVIEST_SCRIPTS = 10_000
SPOKEN = {"aria-label", "alt", "title", "placeholder", "label"}
BUTTONS = {("input", "submit"), ("input", "button")}
SILENT = {"script", "style", "svg", "template", "code"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ENGLISH = re.compile(r"\b[A-Z]?[a-z]+(?:,? [a-z]{2,}){2,}")
HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]")


@pytest.fixture(scope="module")
def read(demo):
    """The demo community as several people see it: {who: {address: html}}, and every letter it wrote under "letters"."""
    found = {who: pages_of(table(), mailbox) for who, (table, mailbox) in pages.TABLES.items()}
    return found | {"letters": {f"letter {row.kind}": f"{row.subject}\n{row.text}" for row in Letter.objects.all()}}


def pages_of(table, mailbox):
    """The HTML of every page of a table as one person gets it."""
    client = Client()
    if mailbox:
        client.force_login(pages.person(mailbox))
    return {address: client.get(address, follow=True).content.decode() for address in table.values()}


def is_ukrainian(address):
    """English pages and the style guide of developers speak for themselves."""
    return not address.startswith(("/en/", "/styleguide/"))


class Reader(HTMLParser):
    """Collects what a person reads or hears of a page; parts marked as another language are theirs to keep."""

    def __init__(self, language="uk"):
        super().__init__(convert_charrefs=True)
        self.language, self.lines, self.skipped = language, [], []

    def handle_starttag(self, tag, attrs):
        """Hear the attributes; step into what is silent or foreign."""
        values = dict(attrs)
        is_foreign = values.get("lang", self.language) != self.language
        if tag not in VOID and (self.skipped or tag in SILENT or is_foreign):
            self.skipped.append(tag)
        if not (self.skipped or is_foreign):
            self.lines += [values[name] for name in SPOKEN & values.keys() if values[name]]
            if (tag, values.get("type")) in BUTTONS or (tag, values.get("name")) == ("meta", "description"):
                self.lines.append(values.get("value") or values.get("content") or "")

    def handle_endtag(self, tag):
        """Step out again."""
        if self.skipped and self.skipped[-1] == tag:
            self.skipped.pop()

    def handle_data(self, data):
        """Read."""
        if not self.skipped:
            self.lines.append(data)


def lines_of(html):
    """The lines of a page, without needless space."""
    reader = Reader()
    reader.feed(html)
    return {" ".join(line.split()) for line in reader.lines} - {""}


def english_sentences():
    """The English strings of the code that have a Ukrainian translation and more than one word, as patterns."""
    entries = polib.pofile(str(tree.ROOT / "locale" / "uk" / "LC_MESSAGES" / "django.po"))
    strings = {text for entry in entries for text in (entry.msgid, entry.msgid_plural) if text and said(entry) != text}
    return [pattern_of(text) for text in strings if len(re.findall(r"[A-Za-z]{2,}", HOLE.sub("", text))) > 1]


def said(entry):
    """The translation of an entry, the first form of a plural."""
    return entry.msgstr or entry.msgstr_plural.get(0, "")


def pattern_of(text):
    """A regular expression that finds the string with anything in its holes."""
    return ".+".join(re.escape(" ".join(part.split()) if part.strip() else "") for part in HOLE.split(text))


@pytest.mark.parametrize("who", ["public", "own", "staff", "letters"])
def test_no_string_is_left_in_english(read, who):
    sentence = re.compile("|".join(f"(?:{text})" for text in sorted(english_sentences(), key=len, reverse=True)))
    found = {
        f"{address}: {line[:200]}"
        for address, html in read[who].items()
        if is_ukrainian(address)
        for line in lines_of(html)
        if re.search("[A-Za-z]{2}", line) and sentence.fullmatch(line)
    }
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("who", ["public", "own", "letters"])
def test_residents_meet_no_english_sentence_at_all(read, who):
    found = {
        f"{address}: {line[:200]}"
        for address, html in read[who].items()
        if is_ukrainian(address)
        for line in lines_of(html)
        if ENGLISH.search(re.sub(r"https?://\S+|\S+@\S+", "", line))
    }
    assert not found, "\n".join(sorted(found))


def test_all_scripts_together_are_small():
    assert weight_of_scripts() < HEAVIEST_SCRIPTS


@pytest.mark.parametrize("who", ["public", "own"])
def test_a_page_with_style_and_scripts_is_light(read, who):
    weights = {address: weight(html) for address, html in read[who].items()}
    heavy = [f"{address}: {bytes} bytes" for address, bytes in weights.items() if bytes >= HEAVIEST_PAGE]
    assert not heavy, "\n".join(sorted(heavy))


def test_the_reader_hears_labels_and_leaves_other_languages_alone():
    html = '<p>Добрий день</p><a lang="en" aria-label="Go">English<b>x</b></a><img alt="Міст"><script>no()</script><p>Кінець'
    assert lines_of(html) == {"Добрий день", "Міст", "Кінець"}
