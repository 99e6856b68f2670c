"""Twelve documents of the invented community with annexes as small generated files."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model

from accounts.models import Unit
from cms.models import (
    AdoptingBody,
    CommunityDocumentPage,
    DocumentAnnex,
    DocumentIndexPage,
    DocumentKind,
    DocumentLink,
    NewsTopic,
)
from home.demo import media
from home.tree import ensure_tree

from .documents_texts import BODIES, DOCUMENTS, KINDS, LINKS


def load():
    """Publish what is missing."""
    index = DocumentIndexPage.objects.child_of(ensure_tree()).first()
    if index is None:
        return
    kinds, bodies = _list(DocumentKind, KINDS), _list(AdoptingBody, BODIES)
    known = set(CommunityDocumentPage.objects.child_of(index).values_list("slug", flat=True))
    added = [_add(index, entry, kinds, bodies) for entry in DOCUMENTS if entry["slug"] not in known]
    if added:
        _link(index)
        for page in CommunityDocumentPage.objects.filter(pk__in=[page.pk for page in added]):
            page.save_revision().publish()


def _list(model, rows):
    return {
        name: model.objects.get_or_create(name=name, defaults={"name_en": english, "order": order * 10})[0]
        for order, (name, english) in enumerate(rows, 1)
    }


def _add(index, entry, kinds, bodies):
    adopted_on = timezone.localdate() - timedelta(days=entry["days_ago"]) if entry["days_ago"] is not None else None
    valid = entry.get("valid_days")
    page = CommunityDocumentPage(
        title=entry["title"],
        slug=entry["slug"],
        lead=entry["lead"],
        kind=kinds[entry["kind"]],
        adopted_by=bodies[entry["body"]],
        number=entry["number"],
        adopted_on=adopted_on,
        in_force_from=adopted_on if entry["status"] != "draft" else None,
        valid_until=adopted_on + timedelta(days=valid) if valid else None,
        status=entry["status"],
        topic=NewsTopic.objects.filter(name=entry.get("topic", "")).first(),
        responsible_unit=Unit.objects.filter(name=entry.get("unit", "")).first(),
        body=entry.get("text", []),
        is_demo=True,
        checked_on=timezone.localdate(),
        live=False,
    )
    page.annexes = [
        DocumentAnnex(document=_file(entry, title), title=title, sort_order=number)
        for number, title in enumerate(entry["files"])
    ]
    index.add_child(instance=page)
    return page


def _file(entry, title):
    lines = [
        f"{entry['kind']} № {entry['number'] or '___'}",
        title.upper(),
        "",
        entry["lead"],
        "",
        "Зразок: юридичної сили не має.",
    ]
    name = f"{entry['slug']}.rtf"
    file = ContentFile(media.rich_text(lines), name=name)
    document = get_document_model().objects.create(title=f"{title}: {entry['title']}"[:250], file=file)
    document.get_file_size()  # remembered now, so that the first reader does not wait for it
    return document


def _link(index):
    pages = {page.slug: page for page in CommunityDocumentPage.objects.child_of(index)}
    for source, relation, target in LINKS:
        if source in pages and target in pages:
            DocumentLink.objects.get_or_create(source=pages[source], target=pages[target], relation=relation)
