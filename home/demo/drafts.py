"""Two demo drafts: one open for comments, one whose consultation is finished with its table of decisions."""

import uuid
from datetime import time, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document as Word

from casework.actors import Actor
from casework.services import fire
from home.demo import drafts_texts as texts
from home.demo.stories import NAMESPACE, Cast, moment
from participation.comments.services import comment
from participation.drafts import services
from participation.drafts.enums import DocumentKind
from participation.drafts.models import Document

STYLES = {texts.TITLE: "Title", texts.HEAD: "Heading 1", texts.TEXT: None, texts.ITEM: "List Number"}
NOON = time(12, 0)


def load():
    """Tell both stories, unless they are told already."""
    cast = Cast()
    for slug, story in (("pravyla-blahoustroiu", open_rules), ("prohrama-turbota-2027", finished_care)):
        if not Document.objects.filter(slug=slug).exists():
            story(slug, cast)


def word(lines):
    """A Word file of the lines, as if it were chosen in a form."""
    made = Word()
    for kind, content in lines:
        if kind == texts.TABLE:
            add_table(made, content)
        else:
            made.add_paragraph(content, style=STYLES[kind])
    target = BytesIO()
    made.save(target)
    return SimpleUploadedFile("proiekt.docx", target.getvalue())


def add_table(made, rows):
    """A table with a head."""
    table = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def begin(slug, cast, who, ago, lines, **facts):
    """A document with its first version and a consultation in preparation: (document, case)."""
    user, now = cast.users[who], moment(ago, NOON)
    document = services.start_document(actor=user, slug=slug, unit=user.unit, now=now, **facts)
    services.import_docx(document, word(lines), actor=user, now=now)
    key = uuid.uuid5(NAMESPACE, f"consultation:{slug}")
    return document, services.start_consultation(document, actor=user, key=key, now=now)


def open_case(case, cast, who, ago, days):
    """Open the consultation for so many days; returns it with its document."""
    now = moment(ago, NOON)
    last = timezone.localdate(now) + timedelta(days=days)
    return fire(case, "open", actor=Actor.person(cast.users[who]), now=now, closes_on=last)


def say(document, cast, ago, who, words, text, **options):
    """A comment on the paragraph that holds `words`, or on the whole."""
    row = document.current.paragraphs.filter(text__contains=words).order_by("order").first() if words else None
    anchor = row.label if row else ""
    return comment(document.thread, actor=cast.users[who], text=text, anchor=anchor, now=moment(ago, NOON), **options)


def open_rules(slug, cast):
    """Rules on which anyone may comment for some weeks yet."""
    lead = "Хто прибирає, де не можна палити листя, коли має бути тихо і в які дні вивозять відходи."
    facts = {"title": "Правила благоустрою території Зразкової громади", "kind": DocumentKind.RULES, "lead": lead}
    document, case = begin(slug, cast, "utilities", 12, texts.RULES, **facts)
    open_case(case, cast, "utilities", 10, 31)
    document = Document.objects.get(pk=document.pk)
    said = [say(document, cast, *line) for line in texts.RULES_COMMENTS]
    who, words, text = texts.RULES_ANSWER
    parent = next(row for row in said if "вихідні" in row.text)
    say(document, cast, 3, who, words, text, parent=parent, is_official=True)


def finished_care(slug, cast):
    """A programme: comments, decisions, a second version, report, adoption."""
    lead = "Хто може розраховувати на допомогу вдома, підвезення до лікарні та денний центр."
    facts = {"title": "Програма підтримки літніх людей «Турбота» на 2027 рік", "kind": DocumentKind.PROGRAMME}
    document, case = begin(slug, cast, "welfare", 62, texts.CARE, lead=lead, **facts)
    open_case(case, cast, "welfare", 60, 20)
    document = Document.objects.get(pk=document.pk)
    decided = [(say(document, cast, *line[:4]), *line[4:]) for line in texts.CARE_COMMENTS]
    services.close_windows(moment(39, time(0, 30)))
    user = cast.users["welfare"]
    for said, verdict, reason in decided:
        services.decide(said, actor=user, verdict=verdict, reason=reason, now=moment(30, NOON))
    lines = [(kind, texts.CARE_CHANGES.get(content, content)) for kind, content in texts.CARE]
    lines.insert(7, texts.CARE_ADDED)
    note = "Враховано зауваження мешканців: частіше підвезення, менший вік, звіт двічі на рік."
    services.import_docx(document, word(lines), actor=user, note=note, now=moment(28, NOON))
    finish(case, document, Actor.person(user))


def finish(case, document, actor):
    """The version after the comments, the report and the adoption."""
    version = document.versions.order_by("-number").first()
    doubtful = version.paragraphs.filter(match="doubtful").values_list("label", flat=True)
    services.settle(version, {label: label for label in doubtful}, actor=actor.user)
    fire(case, "final_text", actor=actor, now=moment(27, NOON))
    fire(case, "report", actor=actor, now=moment(25, NOON), report=texts.CARE_REPORT)
    session = timezone.localdate(moment(14, NOON))
    act = f"Рішення сесії Зразкової ради від {session:%d.%m.%Y} № 318 (демонстраційне)"
    fire(case, "close", actor=actor, now=moment(12, NOON), outcome="changed", act=act)
