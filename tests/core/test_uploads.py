"""Files that people send in: known by content, limited, scanned, kept privately, served safely."""

import io
import re
import struct
import zipfile
import zlib
from contextlib import suppress
from datetime import timedelta

import pytest
from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models
from django.http import Http404
from django.test.utils import isolate_apps
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.uploads import FilesField, ScanState, StoredFile, serve, serve_to
from core.uploads.examining import examine
from core.uploads.names import clean_name, content_disposition
from core.uploads.pictures import NoPublicCopyError, public_copy
from core.uploads.rescanning import rescan
from tests.support import files
from tests.support.clamd import EICAR, running_scanner
from tests.support.files import upload


@pytest.fixture(scope="module")
def paper(django_db_setup, django_db_blocker):
    """A table of files for these tests alone; its owner may read it."""
    with isolate_apps("core"), django_db_blocker.unblock():

        class Paper(StoredFile):
            owner = models.CharField(max_length=20, default="Ганна")

            class Meta:
                app_label = "core"
                db_table = "test_paper"

            def can_read(self, user):
                return user == self.owner

        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS test_paper")
        with connection.schema_editor() as editor:
            editor.create_model(Paper)
        yield Paper
        with connection.schema_editor() as editor:
            editor.delete_model(Paper)


@pytest.fixture
def scanner(settings):
    with running_scanner() as running:
        settings.CLAMD_SOCKET = running.address
        yield running


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


# --- storing and serving ---------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_taking_a_file_keeps_what_it_truly_is(paper, settings):
    stored = paper.take(upload("Мій паспорт.exe", files.PDF), owner="Іван")
    stored.refresh_from_db()
    assert (stored.original_name, stored.content_type, stored.owner) == (
        "Мій паспорт.exe.pdf",
        "application/pdf",
        "Іван",
    )
    assert (stored.size, len(stored.sha256), stored.scan_state) == (len(files.PDF), 64, ScanState.NOT_SCANNED)
    assert stored.file.read() == files.PDF
    assert stored.file.path.startswith(str(settings.PRIVATE_ROOT))
    assert re.fullmatch(r"\d{4}/\d\d/[0-9a-f]{32}\.pdf", stored.file.name)


@pytest.mark.django_db
def test_taking_looks_into_the_file_even_past_the_form(paper):
    with pytest.raises(ValidationError):
        paper.take(upload("заява.pdf", b"MZ" + b"\0" * 100))
    assert not paper.objects.exists()


def test_the_storage_has_no_address():
    stored = StoredFile._meta.get_field("file").storage
    with pytest.raises(ValueError, match="not accessible"):
        stored.url("x")


@pytest.mark.django_db
def test_a_file_is_served_so_that_nothing_runs(paper):
    response = serve(paper.take(upload("Заява.docx", files.docx())), download=False)
    assert b"".join(response.streaming_content) == files.docx()
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data", "kind"), [("a.pdf", files.PDF, "application/pdf"), ("a.png", files.picture("PNG"), "image/png")]
)
def test_pdf_and_pictures_may_be_shown_in_place(paper, name, data, kind):
    stored = paper.take(upload(name, data))
    assert serve(stored, download=False)["Content-Type"] == kind
    assert serve(stored, download=False)["Content-Disposition"].startswith("inline;")
    assert serve(stored)["Content-Disposition"].startswith("attachment;")
    stored.has_active_content = True
    assert serve(stored, download=False)["Content-Disposition"].startswith("attachment;")


@pytest.mark.django_db
def test_only_a_reader_gets_the_file(paper):
    stored = paper.take(upload("a.pdf", files.PDF), owner="Ганна")
    assert serve_to("Ганна", stored).status_code == 200
    with pytest.raises(Http404):
        serve_to("Іван", stored)


@pytest.mark.django_db
def test_a_file_whose_bytes_are_gone_is_not_found(paper):
    stored = paper.take(upload("a.pdf", files.PDF))
    stored.file.storage.delete(stored.file.name)
    with pytest.raises(Http404):
        serve(stored)


@pytest.mark.django_db
def test_a_public_copy_tells_nothing_but_the_picture(paper):
    stored = paper.take(upload("фото.jpg", files.photo_with_place()))
    assert b"Canary Author" in stored.file.read()
    copy = public_copy(stored).read()
    assert b"Canary" not in copy
    assert not Image.open(io.BytesIO(copy)).getexif()


@pytest.mark.django_db
def test_a_public_copy_of_a_phone_photo_is_a_jpeg_of_bearable_size(paper):
    copy = public_copy(paper.take(upload("фото.heic", files.picture("HEIF", size=(3000, 1500)))))
    assert Image.open(copy).format == "JPEG"
    assert Image.open(copy).size == (2400, 1200)


@pytest.mark.django_db
def test_other_files_have_no_public_copy(paper):
    with pytest.raises(NoPublicCopyError):
        public_copy(paper.take(upload("a.pdf", files.PDF)))


# --- the virus scanner -----------------------------------------------------------------------------------------------


def test_a_clean_file_is_said_to_be_clean(scanner):
    assert examine(upload("a.txt", b"a" * 200_000)).scan_state == ScanState.CLEAN
    assert scanner.seen == [b"a" * 200_000]


def test_a_file_is_scanned_once(scanner):
    file = upload("a.txt", b"a")
    assert examine(file) is examine(file)
    assert len(scanner.seen) == 1


def test_a_virus_is_refused_in_words(scanner):
    assert refusal("a.txt", EICAR) == "infected"


def test_a_scanner_that_is_down_blocks_nobody(settings):
    settings.CLAMD_SOCKET = "/nowhere/clamd.ctl"
    assert examine(upload("a.txt", EICAR)).scan_state == ScanState.NOT_SCANNED
    settings.CLAMD_SOCKET = "nonsense"
    assert examine(upload("a.txt", EICAR)).scan_state == ScanState.NOT_SCANNED


@pytest.mark.parametrize("answer", [b"INSTREAM: disk full ERROR\0", b"\xff\xfe\0"])
def test_a_scanner_that_cannot_read_a_file_says_so(scanner, answer):
    scanner.answer = answer
    assert examine(upload("a.txt", b"a")).scan_state == ScanState.FAILED


def test_a_scanner_that_hangs_up_at_its_own_limit_is_heard(scanner):
    scanner.size_limit = 1000
    assert examine(upload("a.txt", b"a" * 5_000_000)).scan_state in {ScanState.FAILED, ScanState.NOT_SCANNED}


@pytest.mark.django_db
def test_what_was_not_scanned_is_scanned_later(paper, settings):
    clean, bad = paper.take(upload("a.txt", b"a")), paper.take(upload("b.txt", EICAR))
    assert rescan(models=[paper]) == 0
    with running_scanner() as running:
        settings.CLAMD_SOCKET = running.address
        assert rescan(models=[paper]) == 2
        assert rescan(models=[paper]) == 0
    clean.refresh_from_db()
    bad.refresh_from_db()
    assert (clean.scan_state, bad.scan_state) == (ScanState.CLEAN, ScanState.INFECTED)
    with pytest.raises(PermissionDenied):
        serve(bad)


@pytest.mark.django_db
def test_a_file_that_cannot_be_read_is_not_asked_about_for_ever(paper, scanner):
    stored = paper.take(upload("a.txt", b"a"))
    paper.objects.update(scan_state=ScanState.FAILED)
    assert rescan(timezone.now() + timedelta(days=3), models=[paper]) == 0
    assert rescan(timezone.now(), models=[paper]) == 1
    stored.refresh_from_db()
    assert stored.scan_state == ScanState.CLEAN


# --- the form field --------------------------------------------------------------------------------------------------


class Letter(forms.Form):
    """A form with files."""

    attachments = FilesField(required=False)


def letter(*uploads):
    return Letter({}, MultiValueDict({"attachments": list(uploads)}))


def test_several_files_are_a_list():
    form = letter(upload("a.pdf", files.PDF), upload("b.txt", b"b"))
    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["attachments"]] == ["a.pdf", "b.txt"]


def test_no_files_are_an_empty_list_or_a_message():
    form = letter()
    assert form.is_valid()
    assert form.cleaned_data["attachments"] == []
    with pytest.raises(ValidationError):
        FilesField().clean([])


def test_every_refused_file_is_named_beside_the_field():
    form = letter(upload("a.pdf", files.PDF), upload("b.exe", b"MZ" + b"\0" * 50), upload("c.txt", b""))
    messages = form.errors["attachments"]
    assert len(messages) == 2
    assert "b.exe" in messages[0]
    assert "c.txt" in messages[1]


def test_too_many_files_are_refused_before_they_are_opened(settings):
    settings.UPLOAD_MAX_COUNT = 2
    form = letter(*(upload(f"{number}.txt", b"a") for number in range(3)))
    assert form.errors.as_data()["attachments"][0].code == "too_many"
    assert FilesField(max_count=3).clean([upload("a.txt", b"a")] * 3)


def test_the_input_takes_several_and_tells_the_rules():
    html = str(Letter()["attachments"])
    assert "multiple" in html
    assert ".pdf,.docx" in html
    assert "PDF" in str(Letter()["attachments"].help_text)
    assert Letter().is_multipart()


def test_an_archive_of_archives_stays_a_zip():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("inner.zip", files.docx())
    assert refusal("архів.zip", target.getvalue()) == "kind"
