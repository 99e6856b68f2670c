"""Strange files: each gets words for the person, beside the field; none is a broken page."""

import zipfile
from io import BytesIO

import pytest
from django.urls import reverse

from participation.drafts.docx.blocks import DocxProblemError
from participation.drafts.docx.reading import MAX_BLOCKS, MAX_TEXT, read
from participation.drafts.models import Document
from tests.factories import official
from tests.participation.drafts.making import p, packed, raw, upload, word
from tests.support.hostile import REFUSED_FILES

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_part(name, content):
    """A good file with one more part."""
    files = zipfile.ZipFile(BytesIO(word()))
    return packed({**{one: files.read(one) for one in files.namelist()}, name: content})


def outside(kind):
    """A relation that points out of the file."""
    return f'<Relationship Id="rId77" Type="{OFFICE}/{kind}" Target="http://evil.example/x" TargetMode="External"/>'


def hostile():
    """(name, bytes) of everything that must be refused."""
    yield "bomb", with_part("word/media/x.bin", b"\0" * 40_000_000)
    yield "macros", with_part("word/vbaProject.bin", b"MZ")
    yield "embedded", with_part("word/embeddings/oleObject1.bin", b"MZ")
    yield "path", with_part("../evil.xml", b"<x/>")
    yield "picture from outside", raw(p("текст"), relations=outside("image"))
    yield "template from outside", raw(p("текст"), relations=outside("attachedTemplate"))
    yield "entity", raw(p("текст"), {"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'})
    yield "broken xml", raw("<w:p><w:r>")
    yield "no body", packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"})
    yield "deep", raw("<w:sdt><w:sdtContent>" * 400 + p("дно") + "</w:sdtContent></w:sdt>" * 400)
    yield "half", word()[:2000]
    yield "empty", raw("<w:p/>")
    yield "long paragraph", raw(p("я" * (MAX_TEXT + 1)))
    yield "many paragraphs", raw(p("я") * (MAX_BLOCKS + 1))
    yield "many rows", raw("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 501 + "</w:tbl>" + p("я"))
    yield "another zip", packed({"a.txt": b"a"})
    for number, data in enumerate(REFUSED_FILES):
        yield f"foreign {number}", data


HOSTILE = dict(hostile())


@pytest.mark.parametrize("name", HOSTILE)
def test_the_reader_says_what_is_wrong(name):
    with pytest.raises(DocxProblemError) as caught:
        read(HOSTILE[name])
    assert str(caught.value)


@pytest.mark.parametrize("level", ["999", "-1", "x", ""])
def test_spoiled_numbers_in_lists_do_no_harm(level):
    numbered = f"<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    outline = f"<w:pPr><w:outlineLvl w:val='{level}'/></w:pPr>"
    span = f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='{level}'/></w:tcPr>{p('є')}</w:tc></w:tr></w:tbl>"
    assert len(read(raw(p("а", numbered) + p("б", outline) + span)).blocks) == 3


@pytest.mark.django_db
def test_every_refusal_stands_beside_the_field(signed_in):
    client = signed_in(official())
    for name, data in HOSTILE.items():
        facts = {"title": "Правила", "kind": "rules", "unit": Document._meta.pk.attname}
        answer = client.post(reverse("drafts_staff:create"), {**facts, "file": upload(data)})
        assert answer.status_code == 422, name
        assert answer.context["form"].errors["file"], name
    assert not Document.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["pravyla.txt", "pravyla.pdf.exe", "a" * 400, ""])
def test_a_file_is_known_by_its_content(signed_in, name):
    client = signed_in(official())
    answer = client.post(reverse("drafts_staff:create"), {"title": "x", "file": upload("Просто текст".encode(), name)})
    assert answer.status_code == 422
    assert "file" in answer.context["form"].errors
