"""Documents of the demo samples, made in code: DOCX templates, blanks and filled samples, ODT twins, PDF, pictures of pages.

A text is a list of lines. The first sign of a line is its place: `>` the right half of the sheet, `^` a heading in the
middle, `/` small letters under a line to write on; the rest goes across the sheet. `[2]` before the sign gives the line to
the second note of the explanations. `{{ name }}` is a field of the form.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from cms.samples import paper, template
from cms.samples.kinds import FieldKind
from cms.samples.letter import lines_of
from home.demo.sample_fields import FIELDS

MARK = re.compile(r"^(?:\[(\d)\])?([>^/]?)")
FIELD = re.compile(r"\{\{ (\S+) \}\}")
SPACE = {">": 18, "/": 26, "^": 18, "": 40}  # underscores of a blank, by the place of the line
FULL, MORE = 72, 2  # a whole line of underscores; how many of them below what takes several lines
FIXED = (2026, 1, 5, 9, 0, 0)
LONG_FIELDS = {key for key, (_label, kind, *_rest) in FIELDS.items() if kind == FieldKind.LONG}
ODT_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("meta", "meta"),
        ("manifest", "manifest"),
    )
)
ODT_NAMES += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
ODT_STYLES = {
    ">": '<style:paragraph-properties fo:margin-left="8.5cm"/>',
    "^": '<style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/>',
    "/": '<style:text-properties fo:font-size="9pt" fo:font-style="italic"/>',
    "": '<style:paragraph-properties fo:text-align="justify"/>',
}
ODT_STYLE_NAMES = {">": "Aside", "^": "Title", "/": "Small", "": "Body"}


@dataclass(frozen=True)
class Written:
    """One line of a text: its place, its words, the number of its note (0 without one)."""

    place: str
    text: str
    note: int


def parse(lines):
    """Read the marks of the lines."""
    found = []
    for line in lines:
        mark = MARK.match(line)
        found.append(Written(mark[2], line[mark.end() :], int(mark[1] or 0)))
    return found


def blank(lines):
    """The same lines with space to write in place of every field."""
    made = []
    for line in parse(lines):
        keys = FIELD.findall(line.text)
        made.append(Written(line.place, FIELD.sub("_" * SPACE[line.place], line.text), line.note))
        made += [Written(line.place, "_" * FULL, line.note)] * (MORE if set(keys) & LONG_FIELDS else 0)
    return made


def docx(lines, title):
    """A Word document of `Written` lines as bytes."""
    document = Document()
    _set_page(document)
    for line in lines:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(line.text)
        run.bold, run.italic = line.place == "^", line.place == "/"
        if line.place == "/":
            run.font.size = Pt(9)
        _place(paragraph, line.place)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "Зразкова громада", ""
    properties.created = properties.modified = datetime(*FIXED)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _set_page(document):
    style, section = document.styles["Normal"], document.sections[0]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    style.paragraph_format.space_after = Pt(3)
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)


def _place(paragraph, place):
    look = paragraph.paragraph_format
    if place == ">":
        look.left_indent = Cm(8.5)
    elif place == "^":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        look.space_before, look.space_after = Pt(12), Pt(10)
    elif place == "":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def filled(data, values):
    """The template `data` with `values` in it."""
    return template.fill(io.BytesIO(data), values)


def pdf(data, title):
    """The document `data` as PDF, or None where PDF cannot be made."""
    return paper.pdf(title, lines_of(data)) if paper.can_print() else None


def odt(lines, title):
    """An OpenDocument text of `Written` lines as bytes."""
    styles = "".join(
        f'<style:style style:name="{ODT_STYLE_NAMES[place]}" style:family="paragraph">{look}</style:style>'
        for place, look in ODT_STYLES.items()
    )
    body = "".join(
        f'<text:p text:style-name="{ODT_STYLE_NAMES[line.place]}">{escape(line.text)}</text:p>' for line in lines
    )
    kind = "application/vnd.oasis.opendocument.text"
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    listed = "".join(
        entry.format(path, media)
        for path, media in (("/", kind), ("content.xml", "text/xml"), ("meta.xml", "text/xml"))
    )
    meta = f'<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{escape(title)}</dc:title><meta:document-statistic meta:page-count="1"/>'
    return _archive(
        {
            "mimetype": kind,
            "content.xml": _odt_part(
                "document-content",
                f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>",
            ),
            "meta.xml": _odt_part("document-meta", f"<office:meta>{meta}</office:meta>"),
            "META-INF/manifest.xml": f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest {ODT_NAMES} manifest:version="1.3">{listed}</manifest:manifest>',
        }
    )


def _odt_part(name, content):
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {ODT_NAMES} office:version="1.3">{content}</office:{name}>'


def _archive(parts):
    """A zip with the same bytes whenever it is made; `mimetype` first and unpacked, as the format demands."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            way = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, FIXED), text.encode(), compress_type=way)
    return target.getvalue()
