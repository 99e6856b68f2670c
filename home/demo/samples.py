"""Thirteen sample applications and one old edition: Word templates, blanks, filled samples, explanations, an English twin."""

from datetime import date

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale

from accounts.models import Unit, User
from cms.models import SampleField, SampleIndexPage, SamplePage, SampleTopic, ServicePage
from home.demo import papers, sample_texts, sample_texts_services, sheet
from home.demo.places import CENTRE
from home.demo.sample_fields import CHOICES, FIELDS, OPTIONAL
from home.tree import ensure_tree

TOPICS = [
    (sample_texts_services.RESIDENCE, "Place of residence"),
    (sample_texts_services.LAND, "Housing, land, environment"),
    (sample_texts_services.WELFARE, "Social support"),
    (sample_texts.APPEALS, "Citizens’ appeals"),
    (sample_texts.INFORMATION, "Public information"),
    (sample_texts_services.ARCHIVE, "Copies of documents"),
]
SAMPLES = [sample_texts_services.OLD_EDITION, *sample_texts_services.SAMPLES, *sample_texts.SAMPLES]
EDITION = date(2026, 1, 5)
NAMES = {"бланк": "blank", "шаблон": "shablon", "заповнений зразок": "zrazok"}


def load():
    """Publish what is missing; samples that exist, edited or not, are left alone."""
    index = SampleIndexPage.objects.child_of(ensure_tree()).first()
    if index is None:
        return
    topics = {name: _topic(name, name_en, order) for order, (name, name_en) in enumerate(TOPICS, 1)}
    editor = User.objects.filter(email="editor@example.org").first()
    known = set(SamplePage.objects.child_of(index).values_list("slug", flat=True))
    for entry in SAMPLES:
        if entry["slug"] not in known:
            page = _publish(index, entry, topics, editor)
            _translate(page, entry)
    link_services()


def link_services():
    """Name the samples on the pages of services that exist; services may be loaded before or after, and this called again."""
    for entry in SAMPLES:
        page = SamplePage.objects.filter(slug=entry["slug"], locale__language_code="uk").first()
        for service in ServicePage.objects.filter(slug__in=entry.get("services", ()), locale__language_code="uk"):
            if page and not service.samples.filter(pk=page.pk).exists():
                service.samples.add(page)
                service.save()


def _topic(name, name_en, order):
    return SampleTopic.objects.get_or_create(name=name, defaults={"name_en": name_en, "order": order * 10})[0]


def _publish(index, entry, topics, editor):
    files = _files(entry)
    page = SamplePage(
        title=entry["title"],
        slug=entry["slug"],
        lead=entry["lead"],
        topic=topics[entry["topic"]],
        purpose=entry.get("purpose", ""),
        languages=["uk"],
        edition_on=entry.get("edition", EDITION),
        approved_by=entry.get("approved_by", ""),
        how_to_submit=entry["submit"],
        search_words=entry.get("search_words", ""),
        supersedes=SamplePage.objects.filter(slug=entry.get("supersedes"), locale__language_code="uk").first(),
        how_to_fill=_explanations(entry),
        responsible_unit=Unit.objects.filter(name=CENTRE).first(),
        checked_on=timezone.localdate(),
        is_demo=True,
        owner=editor,
        **files,
    )
    if "template_docx" in files:
        page.online_fields = _rows(entry)
    index.add_child(instance=page)
    page.save_revision(user=editor).publish()
    return page


def _files(entry):
    """Every file of a sample as a document of the library: {field of the page: document}."""
    title, lines = entry["title"], entry["lines"]
    template = papers.docx(papers.parse(lines), title)
    blank_lines = papers.blank(lines)
    blank = papers.docx(blank_lines, title)
    made = {"blank_docx": ("бланк", "docx", blank)}
    if not entry.get("is_old"):
        made["blank_odt"] = "бланк", "odt", papers.odt(blank_lines, title)
        made["blank_pdf"] = "бланк", "pdf", papers.pdf(blank, title)
        made["template_docx"] = "шаблон", "docx", template
        made["filled_sample"] = _filled(template, entry)
    return {name: _document(entry["slug"], title, *rest) for name, rest in made.items() if rest[-1]}


def _filled(template, entry):
    """The filled sample: PDF where it can be made, a Word document elsewhere."""
    values = {key: entry["values"].get(key, "") for key in _keys(entry)}
    data = papers.filled(template, values)
    printed = papers.pdf(data, entry["title"])
    return ("заповнений зразок", "pdf", printed) if printed else ("заповнений зразок", "docx", data)


def _document(slug, title, what, extension, data):
    name = f"{slug}-{NAMES[what]}.{extension}"
    return get_document_model().objects.create(
        title=f"{title}: {what}, {extension.upper()}", file=ContentFile(data, name=name)
    )


def _keys(entry):
    """Names of the template in the order of the text, each once."""
    return list(dict.fromkeys(papers.FIELD.findall("\n".join(entry["lines"]))))


def _rows(entry):
    labels, hints, must = entry.get("labels", {}), entry.get("hints", {}), entry.get("required", ())
    rows = []
    for order, key in enumerate(_keys(entry)):
        label, kind, hint, autocomplete = FIELDS[key]
        rows.append(
            SampleField(
                sort_order=order,
                key=key,
                label=labels.get(key, label),
                kind=kind,
                hint=hints.get(key, hint),
                autocomplete=autocomplete,
                required=key in must or key not in OPTIONAL,
                choices="\n".join(CHOICES.get(key, ())),
            )
        )
    return rows


def _explanations(entry):
    if "notes" not in entry:
        return []
    drawn = sheet.picture(papers.blank(entry["lines"]))
    alt = f"Бланк: {entry['title']}"
    image = get_image_model().objects.create(
        title=alt,
        description=alt,
        file=ContentFile(drawn.webp(), name=f"{entry['slug']}-storinka.webp"),
        width=sheet.WIDTH,
        height=drawn.height,
    )
    notes = [
        {**drawn.area(number), "heading": heading, "text": text}
        for number, (heading, text) in enumerate(entry["notes"], 1)
    ]
    image.contextual_alt_text, image.decorative = f"{alt}. Пояснення – у списку поруч.", False
    return [("page", {"image": image, "notes": notes})]


def _translate(page, entry):
    english = Locale.objects.filter(language_code="en").first()
    if "english" not in entry or english is None:
        return
    words = entry["english"]
    twin = page.copy_for_translation(english, copy_parents=True)
    twin.title, twin.lead, twin.how_to_submit = words["title"], words["lead"], words["how_to_submit"]
    twin.how_to_fill = []
    rows = list(twin.online_fields.all())
    for row in rows:
        row.label, row.hint = words["labels"][row.key], ""
    twin.online_fields = rows
    twin.save_revision().publish()
