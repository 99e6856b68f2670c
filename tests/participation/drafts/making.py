"""Word files and drafts for tests."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document as Word

from casework.actors import Actor
from casework.services import fire
from participation.comments.services import comment
from participation.drafts import services
from participation.drafts.models import Document, Paragraph
from tests.factories import official, resident

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
TEXTS = (
    "Собак вигулюють на повідку в усіх людних місцях громади.",
    "Сміття вивозять щоп’ятниці до сьомої години ранку.",
    "Дерева зрізають лише за рішенням комісії з озеленення.",
    "Шуміти після десятої вечора заборонено всім мешканцям.",
)


def word(*texts):
    """The bytes of a Word file with these paragraphs."""
    made = Word()
    for text in texts or TEXTS:
        made.add_paragraph(text)
    return saved(made)


def saved(made):
    """The bytes of a python-docx document."""
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def upload(data, name="proiekt.docx"):
    """Bytes as if they were chosen in a form."""
    return SimpleUploadedFile(name, data)


def raw(body, parts=None, relations=""):
    """A Word file whose `body` and other parts are written by hand: {path: text}."""
    data = zipfile.ZipFile(BytesIO(word("x")))
    files = {name: data.read(name) for name in data.namelist()}
    names = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="{M}"'
    files["word/document.xml"] = f"<w:document {names}><w:body>{body}</w:body></w:document>".encode()
    rels = files["word/_rels/document.xml.rels"].decode()
    files["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", relations + "</Relationships>").encode()
    files |= {name: text if isinstance(text, bytes) else text.encode() for name, text in (parts or {}).items()}
    return packed(files)


def packed(files, compression=zipfile.ZIP_DEFLATED):
    """A zip of {path: bytes}."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def p(text, properties=""):
    """A paragraph in XML."""
    return f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def draft(*texts, actor=None, **facts):
    """A document of an official's unit with its first version, nothing published."""
    actor = actor or official()
    facts = {"title": "Правила благоустрою", "kind": "rules", "unit": actor.unit, **facts}
    document = services.start_document(actor=actor, **facts)
    services.import_docx(document, upload(word(*texts)), actor=actor)
    return document


def published(*texts, actor=None, **facts):
    """The same with the version published."""
    document = draft(*texts, actor=actor, **facts)
    services.publish_version(document.newest, actor=actor)
    return fresh(document)


def fresh(document):
    """The document read anew."""
    return Document.objects.select_related("thread", "current").get(pk=document.pk)


def next_version(document, *texts, actor=None, note=""):
    """A new version in work."""
    return services.import_docx(document, upload(word(*texts)), actor=actor or document.created_by, note=note)


def labels(version):
    """{text: label} of a version."""
    return dict(version.paragraphs.order_by("order").values_list("text", "label"))


def consultation(*texts, actor=None, profile="general", **facts):
    """A consultation in preparation and its official: (case, official)."""
    actor = actor or official()
    document = draft(*texts, actor=actor, **facts)
    return services.start_consultation(document, actor=actor, profile=profile), actor


def opened(*texts, days=30, **options):
    """A consultation open for comments: (case, official)."""
    case, actor = consultation(*texts, **options)
    last = timezone.localdate() + timedelta(days=days)
    return fire(case, "open", actor=Actor.person(actor), closes_on=last), actor


def say(document, text="Зменште штраф.", label="1", who=None, **options):
    """A resident's comment on a paragraph."""
    return comment(fresh(document).thread, actor=who or resident(), text=text, anchor=label, **options)


def ended(clock, *comments, **options):
    """A consultation whose time is over, with comments of so many texts: (case, official, comments)."""
    case, actor = opened(days=15, **options)
    said = [say(case.document, text) for text in comments]
    clock.shift(timedelta(days=16))
    services.close_windows()
    case.refresh_from_db()
    return type(case).objects.get(pk=case.pk), actor, said


def long_document(number, actor=None):
    """A published document with so many paragraphs, made at once."""
    document = published(TEXTS[0], actor=actor)
    version = document.current
    version.paragraphs.all().delete()
    words = "Пункт правил, у якому досить слів, щоб зайняти два рядки на екрані телефону мешканця громади, номер "
    Paragraph.objects.bulk_create(
        Paragraph(
            version=version,
            label=str(place),
            order=place,
            kind="heading" if place % 25 == 1 else "text",
            level=1 if place % 25 == 1 else 0,
            text=f"{words}{place}.",
            content={"pieces": [[f"{words}{place}.", ""]]},
        )
        for place in range(1, number + 1)
    )
    return document


def day(text):
    """A day from ISO."""
    return date.fromisoformat(text)
