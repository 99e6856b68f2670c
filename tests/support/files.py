"""Files as people send them: small, real, and some of them wicked."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from PIL import Image

WORD_TYPES = (
    b'<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="word.main+xml"/></Types>'
)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
RTF = rb"{\rtf1\ansi\ansicpg1251 \u1057?}"


def upload(name, data):
    """The file as it comes with a form; the sender's claim of its type is always a lie."""
    return SimpleUploadedFile(name, data, content_type="text/html")


def archive(entries, *, packed=True):
    """A zip archive of {name: bytes}."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return target.getvalue()


def docx(**extra):
    """A Word document; `extra` are more entries by name."""
    entries = {"[Content_Types].xml": WORD_TYPES, "_rels/.rels": b"<r/>", "word/document.xml": b"<w/>"}
    return archive({**entries, **extra})


def odt(kind="text", **extra):
    """An OpenDocument file."""
    return archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), "content.xml": b"<o/>", **extra})


def xlsx():
    """A real Excel workbook."""
    book, target = Workbook(), io.BytesIO()
    book.active.append(["Назва", 1])
    book.save(target)
    return target.getvalue()


def picture(kind="JPEG", size=(40, 30), **options):
    """A real picture."""
    target = io.BytesIO()
    Image.new("RGB", size, "#0057b7").save(target, kind, **options)
    return target.getvalue()


def photo_with_place():
    """A photograph that tells where it was taken and by whom."""
    exif = Image.Exif()
    exif[0x013B] = "Canary Author"
    exif.get_ifd(0x8825)[2] = (49.0, 59.0, 0.0)
    return picture(exif=exif)
