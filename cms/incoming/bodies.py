"""HTML of another site into blocks of an article: only what the house's editor could have written."""

import copy
import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urljoin, urlsplit

import nh3
from lxml import etree, html
from lxml.html import fragment_fromstring

from cms.slugs import page_slug
from core.text import clean_text

TAGS = {
    "p", "div", "section", "article", "span", "h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "a", "br", "hr",
    "ul", "ol", "li", "blockquote", "figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tr", "td", "th",
}  # fmt: skip
PARAGRAPH_TAGS = {"p", "b", "strong", "i", "em", "a", "br", "ul", "ol", "li"}
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "title"}, "figure": {"class"}, "div": {"class"}}
SCHEMES = {"http", "https", "mailto", "tel"}
LOST = re.compile(r"<(iframe|video|audio|object|embed|form|script)\b", re.IGNORECASE)
GALLERY = re.compile(r"\[gallery[^\]]*\bids=[\"']?([\d, ]+)[^\]]*\]")
SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s[^\]]*)?\]")
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
HEADING_LENGTH, CAPTION_LENGTH, ALT_LENGTH = 120, 250, 250
FEWEST_IN_GALLERY, MOST_IN_GALLERY = 2, 24
MAX_TABLE = 200


@dataclass
class Body:
    """Blocks, and what could not be taken along: pictures without a file, players, shortcodes."""

    blocks: list = field(default_factory=list)
    missing_pictures: list = field(default_factory=list)
    left_out: list = field(default_factory=list)


def convert(source, *, base="", picture=lambda name: None, pictures=None, title=""):
    """Return the `Body` of an HTML text.

    `picture(address)` gives an image of the library for the file of that name, or None; `pictures` are addresses by number
    in WordPress; relative links are completed by `base`; `title` names galleries.
    """
    return Converter(base, picture, pictures or {}, title).run(source)


class Converter:
    """One walk over one text."""

    def __init__(self, base, picture, pictures, title):
        self.base, self.picture, self.pictures, self.title = base, picture, pictures, title
        self.body, self.pending, self.anchors, self.has_part = Body(), [], set(), False

    def run(self, source):
        """Clean, walk, gather."""
        self.body.left_out = sorted({name.lower() for name in LOST.findall(source)})
        for child in self._tree(source):
            self._walk(child)
        self._flush()
        self.body.blocks = list(self._with_galleries(self.body.blocks))
        return self.body

    def _tree(self, source):
        source = GALLERY.sub(self._gallery_pictures, source)
        if SHORTCODE.search(source):
            source = SHORTCODE.sub("", source)
        if not re.search(r"<(p|div|h[1-6]|ul|ol|table|blockquote|figure)\b", source, re.IGNORECASE):
            source = "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", source) if part.strip())
        clean = nh3.clean(source, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
        root = fragment_fromstring(clean, create_parent="div")
        if root.text and root.text.strip():
            root.insert(0, _paragraph(root.text))
        return list(root)

    def _gallery_pictures(self, match):
        addresses = [self.pictures.get(number.strip(), "") for number in match[1].split(",")]
        return "".join(f'<figure><img src="{escape(address)}"></figure>' for address in addresses if address)

    def _walk(self, element):
        tag = element.tag
        tail, element.tail = element.tail, None
        if tag in HEADINGS:
            self._heading(element)
        elif tag == "img" or (tag == "figure" and element.find(".//img") is not None):
            self._pictures(element)
        elif tag == "table":
            self._table(element)
        elif tag in {"div", "section", "article", "figure"} or (
            tag in {"p", "a"} and element.find(".//img") is not None
        ):
            self._inside(element)
        elif tag != "hr":
            self._text(element)
        if tail and tail.strip():
            self._text(_paragraph(tail))

    def _inside(self, element):
        if element.text and element.text.strip():
            self._text(_paragraph(element.text))
        for child in list(element):
            self._walk(child)

    def _text(self, element):
        """Keep paragraphs together until something else comes."""
        wrapped = element if element.tag in {"p", "ul", "ol"} else _wrap(element)
        markup = nh3.clean(
            etree.tostring(wrapped, encoding="unicode", method="html"),
            tags=PARAGRAPH_TAGS,
            attributes={"a": {"href"}},
            url_schemes=SCHEMES,
            link_rel=None,
        )
        if clean_text(html.fromstring(f"<div>{markup}</div>").text_content()):
            self.pending.append(self._absolute(markup))

    def _absolute(self, markup):
        root = fragment_fromstring(markup, create_parent="div")
        for link in root.iter("a"):
            href = urljoin(self.base, link.get("href", ""))
            if urlsplit(href).scheme in SCHEMES:
                link.set("href", href)
            else:
                link.drop_tag()
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)

    def _flush(self):
        if self.pending:
            self.body.blocks.append(("paragraph", "".join(self.pending)))
            self.pending = []

    def _heading(self, element):
        """A heading, unless it is too long, empty or said before: then bold words."""
        text = clean_text(element.text_content(), single_line=True)
        if not text:
            return
        anchor = page_slug(text)
        if len(text) > HEADING_LENGTH or anchor in self.anchors:
            self.pending.append(f"<p><b>{escape(text)}</b></p>")
            return
        self._flush()
        level = HEADINGS[element.tag] if self.has_part else "h2"
        self.has_part = True
        self.anchors.add(anchor)
        self.body.blocks.append(("heading", {"text": text, "level": level}))

    def _pictures(self, element):
        for img in [element] if element.tag == "img" else element.iter("img"):
            address = img.get("src", "")
            image = self.picture(address)
            if image is None:
                self.body.missing_pictures.append(address)
                continue
            self._flush()
            note = element.find(".//figcaption") if element.tag == "figure" else None
            caption = clean_text(note.text_content(), single_line=True)[:CAPTION_LENGTH] if note is not None else ""
            self.body.blocks.append(("image", picture_value(image, img.get("alt") or "", caption)))

    def _with_galleries(self, blocks):
        """Pictures that stand one after another become a gallery."""
        run = []
        for block in [*blocks, None]:
            if block is not None and block[0] == "image" and len(run) < MOST_IN_GALLERY:
                run.append(block)
                continue
            if len(run) >= FEWEST_IN_GALLERY:
                yield (
                    "gallery",
                    {"title": (self.title or "…")[:HEADING_LENGTH], "pictures": [value for _kind, value in run]},
                )
            else:
                yield from run
            run = [block] if block is not None and block[0] == "image" else []
            if block is not None and block[0] != "image":
                yield block

    def _table(self, element):
        """A table with a caption, or plain lines when it is too large."""
        rows = [
            [clean_text(cell.text_content(), single_line=True) for cell in row.iter("td", "th")]
            for row in element.iter("tr")
        ]
        rows = [row for row in rows if any(row)][:MAX_TABLE]
        width = max(map(len, rows), default=0)
        if not rows or width > 12:
            self.body.left_out.append("table")
            return
        self._flush()
        caption = element.findtext("caption") or self.title
        data = [row + [""] * (width - len(row)) for row in rows]
        value = {"data": data, "table_caption": caption[:CAPTION_LENGTH], "table_header_choice": "row"}
        self.body.blocks.append(("table", {**value, "first_row_is_table_header": True, "first_col_is_header": False}))


def picture_value(image, alt, caption=""):
    """The value of a picture block; without a description it only decorates."""
    alt = clean_text(alt, single_line=True)[:ALT_LENGTH]
    own = copy.copy(image)  # the block writes the description on it, and one picture may stand twice
    return {"image": {"image": own, "alt_text": alt, "decorative": not alt}, "caption": caption, "author": ""}


def _paragraph(text):
    made = etree.Element("p")
    made.text = text
    return html.fromstring(etree.tostring(made, encoding="unicode"))


def _wrap(element):
    made = html.Element("p")
    made.append(element)
    return made


def plain(source):
    """The words of an HTML text on one line."""
    text = html.fromstring(f"<div>{nh3.clean(source, tags=set())}</div>").text_content() if source.strip() else ""
    return clean_text(text, single_line=True)
