"""Files are kept privately, served so that nothing runs, and shown to the virus scanner."""

import io
import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models
from django.http import Http404
from django.test.utils import isolate_apps
from django.utils import timezone
from PIL import Image

from core.uploads import ScanState, StoredFile, serve, serve_to
from core.uploads.examining import examine
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
    with pytest.raises(ValidationError, match=r"«a\.txt»") as caught:
        examine(upload("a.txt", EICAR))
    assert caught.value.code == "infected"


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
