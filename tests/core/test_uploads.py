"""Files that people send in are known by their content; dangerous ones are refused in words that name them."""

import io
import re
import struct
import zipfile
import zlib
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.uploads.examining import examine
from core.uploads.names import clean_name, content_disposition
from tests.support import files
from tests.support.files import upload


def refusal(name, data):
    """The code with which a file is refused; its message names the file."""
    with pytest.raises(ValidationError) as caught:
        examine(upload(name, data))
    assert clean_name(name) in caught.value.messages[0]
    return caught.value.code


ALLOWED = [
    ("заява.pdf", files.PDF, "pdf"),
    ("лист.docx", files.docx(), "docx"),
    ("лист.odt", files.odt(), "odt"),
    ("таблиця.ods", files.odt("spreadsheet"), "ods"),
    ("таблиця.xlsx", files.xlsx(), "xlsx"),
    ("лист.rtf", files.RTF, "rtf"),
    ("нотатки.txt", "Добрий день.\r\nДякую ☺".encode(), "txt"),
    ("нотатки.txt", "\ufeffЗ міткою порядку".encode(), "txt"),
    ("фото.jpg", files.picture("JPEG"), "jpg"),
    ("знімок.png", files.picture("PNG"), "png"),
    ("знімок.webp", files.picture("WEBP"), "webp"),
    ("з телефона.heic", files.picture("HEIF"), "heic"),
]


@pytest.mark.parametrize(("name", "data", "key"), ALLOWED)
def test_a_kind_is_known_by_its_content(name, data, key):
    assert examine(upload(name, data)).kind.key == key
    assert examine(upload("байдуже.exe", data)).kind.key == key


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("рахунок.pdf", b"MZ\x90\x00" + b"\0" * 200),
        ("рахунок.pdf", b"\x7fELF" + b"\0" * 200),
        ("фото.jpg", b"GIF89a" + b"\0" * 60),
        ("лист.docx", files.archive({"readme.txt": b"zip"})),
        ("лист.docx", files.archive({"mimetype": b"application/epub+zip"})),
        ("презентація.odt", files.odt("presentation")),
        ("старий.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("нотатки.txt", "Привіт".encode("cp1251")),
        ("нотатки.txt", "Привіт".encode("utf-16")),
        ("нотатки.txt", b"a\x00b"),
        ("малюнок.svg", b'\x00<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
)
def test_other_kinds_are_refused_whatever_their_name(name, data):
    assert refusal(name, data) == "kind"


def test_the_setting_narrows_the_kinds(settings):
    settings.UPLOAD_TYPES = ["pdf"]
    assert refusal("фото.jpg", files.picture()) == "kind"


def test_size_is_limited(settings):
    assert refusal("порожній.txt", b"") == "empty"
    settings.UPLOAD_MAX_BYTES = 100
    assert refusal("великий.txt", b"a" * 101) == "too_large"
    examine(upload("саме.txt", b"a" * 100))


@pytest.mark.parametrize(
    "extra",
    [
        {"word/vbaProject.bin": b"x"},
        {"[Content_Types].xml": files.WORD_TYPES.replace(b"word.main", b"application/vnd.ms-word.macroEnabled.main")},
        {"xl/macrosheets/sheet1.xml": b"x"},
    ],
)
def test_macros_are_refused(extra):
    assert refusal("лист.docx", files.docx(**extra)) == "macros"


def test_macros_in_open_documents_are_refused():
    assert refusal("лист.odt", files.odt(**{"Basic/Standard/Module1.xml": b"x"})) == "macros"


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "word/../../x", "C:/x", "a\\..\\b"])
def test_entries_outside_the_archive_are_refused(name):
    assert refusal("лист.docx", files.docx(**{name: b"x"})) == "paths"


def test_names_that_differ_only_in_case_are_refused():
    assert refusal("лист.docx", files.docx(**{"WORD/document.xml": b"x"})) == "paths"


def test_a_bomb_by_ratio_is_refused():
    assert refusal("лист.docx", files.docx(**{"word/media/a.bin": b"\0" * 8_000_000})) == "bomb"


def test_a_bomb_by_number_of_entries_is_refused():
    assert refusal("лист.docx", files.docx(**{f"word/{number}.xml": b"" for number in range(3001)})) == "bomb"


def test_a_bomb_whose_entries_overlap_is_refused():
    data = bytearray(files.docx(**{"word/media/a.bin": bytes(range(256)) * 40}))
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, directory + 20, len(data) + 1)
    assert refusal("лист.docx", bytes(data)) == "bomb"


def test_a_directory_that_lies_about_sizes_is_refused():
    data = bytearray(files.docx(**{"word/media/a.bin": b"\0" * 3_000_000}))
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, directory + 24, 10)
    assert refusal("лист.docx", bytes(data)) == "damaged"


def test_archives_cut_short_or_locked_are_refused():
    assert refusal("лист.docx", files.docx()[:-30]) == "damaged"
    locked = bytearray(files.docx())
    for found in re.finditer(b"PK\x01\x02", bytes(locked)):
        locked[found.start() + 8] |= 1
    assert refusal("лист.docx", bytes(locked)) == "damaged"


def test_embedded_objects_are_accepted_and_flagged():
    assert examine(upload("лист.docx", files.docx(**{"word/embeddings/oleObject1.bin": b"x"}))).has_active_content
    outside = b'<Relationship Type="x/attachedTemplate" Target="http://evil" TargetMode="External"/>'
    assert examine(upload("лист.docx", files.docx(**{"word/_rels/settings.xml.rels": outside}))).has_active_content
    assert not examine(upload("лист.docx", files.docx())).has_active_content


@pytest.mark.parametrize(
    "inside",
    [
        b"<</S/JavaScript/JS(app.alert(1))>>",
        b"<</S/Launch/F(cmd.exe)>>",
        b"<</S/J#61vaScript/J#53(x)>>",
        b"<</Names<</EmbeddedFiles 5 0 R>>>>",
        b"<</Type/ObjStm/N 1/First 4/Length 90>>stream\r\n" + zlib.compress(b"7 0 <</S/JavaScript>>") + b"\nendstream",
    ],
)
def test_scripts_in_pdf_are_flagged(inside):
    assert examine(upload("заява.pdf", files.PDF.replace(b"trailer", inside + b"\ntrailer"))).has_active_content
    assert not examine(upload("заява.pdf", files.PDF)).has_active_content


def test_objects_in_rtf_are_flagged():
    assert examine(upload("лист.rtf", rb"{\rtf1{\object\objemb{\*\objdata 0105}}}")).has_active_content


def test_damaged_and_enormous_pictures_are_refused(monkeypatch):
    assert refusal("фото.png", files.picture("PNG")[:20]) == "picture"
    header = struct.pack(">II", 60_000, 60_000) + b"\x08\x02\0\0\0"
    chunk = b"\0\0\0\rIHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    assert refusal("фото.png", b"\x89PNG\r\n\x1a\n" + chunk) == "picture"


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.4", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"{\\rtf"]),
)
def test_any_bytes_are_taken_or_refused_in_words(data, start):
    with suppress(ValidationError):
        assert examine(upload("щось", start + data)).sha256


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\Users\\ганна\\заява.pdf", "заява.pdf"),
        ("../../etc/passwd", "passwd"),
        ('a"b\r\nSet-Cookie: x.pdf', "a_b Set-Cookie_ x.pdf"),
        ("рахунок\u202efdp.exe", "рахунокfdp.exe"),
        ("...", "file"),
        ("", "file"),
        ("ж" * 300 + ".pdf", "ж" * 146 + ".pdf"),
    ],
)
def test_a_name_is_cleaned(sent, kept):
    assert clean_name(sent) == kept


@given(st.text())
def test_any_name_makes_a_plain_header(name):
    header = content_disposition(name)
    header.encode("ascii")
    assert re.fullmatch(r"attachment; filename=\"[a-z0-9.-]+\"; filename\*=UTF-8''[A-Za-z0-9._~%-]+", header)


def test_a_header_carries_both_names():
    assert content_disposition("Заява 1.pdf", download=False) == (
        "inline; filename=\"zaiava-1.pdf\"; filename*=UTF-8''%D0%97%D0%B0%D1%8F%D0%B2%D0%B0%201.pdf"
    )


def test_an_archive_of_archives_stays_a_zip():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("inner.zip", files.docx())
    assert refusal("архів.zip", target.getvalue()) == "kind"
