"""The register of documents: one number once, links seen from both sides, filters, the feed, open data."""

import csv
import io
import json
from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import Locale, Page

from cms.models import CommunityDocumentPage, DocumentAnnex, DocumentIndexPage, DocumentLink
from tests import factories

from .make import body, document, file, index, kind, text

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 3)


def streamed(client, address, **query):
    return b"".join(client.get(address, query).streaming_content).decode()


@pytest.mark.parametrize("number", ["12", " 12 ", "№ 12", "№12"])
def test_a_number_stands_once(number):
    document(number="12", adopted_on=DAY)
    with pytest.raises(ValidationError, match="таким самим номером"):
        document(number=number, adopted_on=DAY)


@pytest.mark.parametrize(
    "other",
    [
        {"adopted_on": DAY + timedelta(days=1)},
        {"kind": ("kind", "Розпорядження")},
        {"adopted_by": ("body", "Виконком")},
        {"number": "12-р"},
    ],
)
def test_another_day_kind_body_or_number_is_another_document(other):
    make = {"kind": kind, "body": body}
    fields = {name: make[value[0]](value[1]) if isinstance(value, tuple) else value for name, value in other.items()}
    document(number="12", adopted_on=DAY)
    document(**{"number": "12", "adopted_on": DAY, **fields})


def test_the_database_refuses_it_too():
    document(number="12", adopted_on=DAY)
    other = document(number="13", adopted_on=DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        CommunityDocumentPage.objects.filter(pk=other.pk).update(number_key="12")


def test_a_translation_keeps_the_number_and_a_copy_does_not():
    page = document(number="12", adopted_on=DAY)
    twin = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    copy = page.copy(update_attrs={"slug": "kopiia", "title": "Копія"}, keep_live=False)
    assert (twin.number, twin.language) == ("12", "en")
    assert (copy.number, copy.status) == ("", "draft")


def test_only_a_draft_does_without_number_and_date():
    with pytest.raises(ValidationError) as refused:
        document(number="", adopted_on=None)
    assert {"number", "adopted_on"} <= set(refused.value.message_dict)
    document("Проєкт правил", number="", adopted_on=None, status="draft")
    document("Ще проєкт", number="", adopted_on=None, status="draft")


def test_the_editor_reads_the_reason(signed_in):
    page = document(number="12", adopted_on=DAY, publish=False)
    document(number="13", adopted_on=DAY)
    client = signed_in(factories.editor())
    formsets = {
        f"{name}-{part}": value
        for name in ("links", "annexes", "comments")
        for part, value in (("TOTAL_FORMS", 0), ("INITIAL_FORMS", 0), ("MIN_NUM_FORMS", 0), ("MAX_NUM_FORMS", 1000))
    }
    form = {
        "title": page.title,
        "slug": page.slug,
        "lead": "",
        "kind": page.kind_id,
        "adopted_by": page.adopted_by_id,
        "number": "13",
        "adopted_on": "2026-03-03",
        "status": "in_force",
        "body-count": "0",
        "check_every_days": "365",
        **formsets,
    }
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert "таким самим номером" in answer.content.decode()


def test_a_link_is_seen_from_both_sides_once_published(client):
    old = document("Старий порядок", number="1", adopted_on=DAY)
    new = document("Новий порядок", number="2", adopted_on=DAY, publish=False)
    new.links = [DocumentLink(relation="repeals", target=old)]
    new.save()
    assert "Скасовано документом" not in text(client, old.get_url())
    new.save_revision().publish()
    shown = text(client, old.get_url())
    assert "Скасовано документом" in shown
    assert "Новий порядок" in shown
    assert "Скасовує" in text(client, new.get_url())
    old.unpublish()
    assert "Старий порядок" not in text(client, new.get_url())


def test_the_page_tells_everything(client, clock):
    page = document(
        "Про перелік послуг",
        number="53-4/VIII",
        adopted_on=DAY,
        lead="Що змінилося",
        valid_until=date(2026, 11, 22),
        body=[("paragraph", "<p>Перелік додається.</p>")],
    )
    page.annexes = [DocumentAnnex(document=file("perelik.txt"), title="Додаток 1")]
    page.save()
    shown = text(client, page.get_url())
    for words in (
        "Рішення № 53-4/VIII від 3 березня 2026",
        "Рада",
        "Додаток 1",
        "TXT",
        "строк дії минув",
        "Перелік додається.",
    ):
        assert words in shown, words


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Проєкт правил", "Про бюджет", "Про ҐАНКИ"]),
        ({"q": "ґанки"}, ["Про ҐАНКИ"]),
        ({"q": "7-р"}, ["Про ҐАНКИ"]),
        ({"q": "розпорядження виконком"}, ["Про ҐАНКИ"]),
        ({"year": "2026"}, ["Про бюджет"]),
        ({"kind": "rozporiadzhennia"}, ["Про ҐАНКИ"]),
        ({"status": "draft"}, ["Проєкт правил"]),
        ({"body": "rada", "year": "2024"}, []),
    ],
)
def test_filters_narrow_list_feed_and_exports_alike(client, query, found):
    document("Про бюджет", number="5", adopted_on=DAY)
    document(
        "Про ҐАНКИ", number="7-р", adopted_on=date(2024, 5, 5), kind=kind("Розпорядження"), adopted_by=body("Виконком")
    )
    document("Проєкт правил", number="", adopted_on=None, status="draft")
    titles = ["Проєкт правил", "Про бюджет", "Про ҐАНКИ"]
    page = text(client, "/dokumenty/", **query)
    shown = sorted((title for title in titles if f">{title}</a>" in page), key=page.index)
    assert shown == found
    assert [row["title"] for row in json.loads(streamed(client, "/dokumenty/json/", **query))["documents"]] == found
    assert [row[4] for row in list(csv.reader(io.StringIO(streamed(client, "/dokumenty/csv/", **query))))[1:]] == found
    feed = text(client, "/dokumenty/rss/", **query)
    assert [title for title in titles if title in feed] == found


def test_hidden_documents_are_nowhere(client):
    document("Чернетка редактора", publish=False)
    document("Не для списків", show_in_listing=False)
    words = text(client, "/dokumenty/") + streamed(client, "/dokumenty/json/") + text(client, "/dokumenty/rss/")
    assert "Чернетка редактора" not in words
    assert "Не для списків" not in words


def test_an_export_runs_nothing_in_a_spreadsheet(client):
    document("=1+1")
    assert "'=1+1" in streamed(client, "/dokumenty/csv/")


def test_a_document_does_not_take_the_address_of_the_feed():
    with pytest.raises(ValidationError):
        document(slug="rss")


def many(number):
    """Cheap rows: pages by bulk, as many as are asked for."""
    parent = Page.objects.get(pk=index(DocumentIndexPage).pk)
    start, decision, council = parent.numchild, kind(), body()
    for row in range(start, start + number):
        page = CommunityDocumentPage(
            title=f"Про справу {row}", slug=f"sprava-{row}", number=f"{row}", adopted_on=DAY, kind=decision, adopted_by=council,
            depth=parent.depth + 1, path=CommunityDocumentPage._get_path(parent.path, parent.depth + 1, row + 1),
            url_path=f"{parent.url_path}sprava-{row}/", locale=parent.locale, content_type=content_type(), draft_title=".",
            latest_revision=None,
        )  # fmt: skip
        page.save(clean=False)
    Page.objects.filter(pk=parent.pk).update(numchild=start + number)


def content_type():
    return ContentType.objects.get_for_model(CommunityDocumentPage)


@pytest.mark.parametrize("address", ["/dokumenty/", "/dokumenty/rss/", "/dokumenty/?q=справу&year=2026&page=2"])
def test_the_register_costs_the_same_for_many_documents(client, constant_queries, address):
    assert constant_queries(lambda: text(client, address), many, few=35, more=165) < 40


def test_pages_never_overlap(client):
    many(45)
    shown = [
        {row for row in range(45) if f">Про справу {row}</a>" in text(client, "/dokumenty/", page=str(page))}
        for page in (1, 2, 3)
    ]
    assert [len(rows) for rows in shown] == [20, 20, 5]
    assert set.union(*shown) == set(range(45))
