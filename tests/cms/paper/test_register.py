"""The register of leaflets: what is outdated, where it hangs, who keeps it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from openpyxl import load_workbook

from cms.models import DistributionPoint, LeafletPlace, LeafletRun, RunState, ServicePage, SubscriberNotice
from tests import factories
from tests.cms.paper.make import service

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)


def run(page=None, **fields):
    fields = {"edition_on": MONDAY, "copies": 500, "printed_on": MONDAY, **fields}
    return LeafletRun.objects.create(service=page, **fields)


def point(name="Дошка біля магазину", **fields):
    return DistributionPoint.objects.create(name=name, settlement=factories.settlement(), **fields)


def fresh(row):
    return LeafletRun.objects.get(pk=row.pk)


def publish_again(page):
    page = ServicePage.objects.get(pk=page.pk)
    page.lead += " Ще слово."
    page.save_revision().publish()


def is_outdated(row):
    """Both spellings of the rule."""
    of_one, of_many = fresh(row).is_outdated(), LeafletRun.objects.outdated().filter(pk=row.pk).exists()
    assert of_one == of_many
    return of_many


def test_a_leaflet_is_outdated_once_its_page_is_published_on_a_later_day(clock):
    page = service()
    row = run(page)
    assert not is_outdated(row)
    publish_again(page)
    assert not is_outdated(row), "the day is the same and no number was written down"
    clock.shift(timedelta(days=1))
    publish_again(page)
    assert is_outdated(row)


def test_the_number_of_the_edition_tells_apart_two_editions_of_one_day(clock):
    page = service()
    row = run(page, edition_number=page.live_revision_id)
    assert not is_outdated(row)
    publish_again(page)
    assert is_outdated(row)


def test_the_day_is_counted_in_kyiv(clock):
    page = service()
    row = run(page)
    clock.shift(timedelta(hours=13, minutes=30))  # 23:30
    publish_again(page)
    assert not is_outdated(row)
    clock.shift(timedelta(hours=1))  # 0:30 of Tuesday in Kyiv, still Monday in UTC
    publish_again(page)
    assert is_outdated(row)


def test_a_draft_of_the_page_outdates_nothing(clock):
    page = service()
    row = run(page, edition_number=page.live_revision_id)
    clock.shift(timedelta(days=2))
    page.save_revision()
    assert not is_outdated(row)


def test_a_page_taken_down_outdates_its_leaflets(clock):
    page = service()
    row = run(page)
    page.unpublish()
    assert is_outdated(row)


def test_a_leaflet_without_a_page_stays_as_it_is(clock):
    assert not is_outdated(run(title="Куди пожертвувати одяг"))


def test_the_leaflet_of_a_deleted_page_keeps_its_name():
    page = service("Видача довідки")
    row = run(page)
    page.delete()
    assert fresh(row).title == "Видача довідки"
    assert fresh(row).state == RunState.CURRENT


def test_a_planned_run_is_a_draft_and_never_outdated(clock):
    page = service()
    row = LeafletRun.objects.create(service=page)
    clock.shift(timedelta(days=9))
    publish_again(page)
    assert fresh(row).state == RunState.DRAFT
    assert not is_outdated(row)
    assert set(LeafletRun.objects.in_state("draft")) == {row}
    assert not LeafletRun.objects.in_state("current")


def test_every_run_is_in_exactly_one_state(clock):
    page, other = service(), service()
    rows = [run(page), run(other), LeafletRun.objects.create(title="Колись"), run(title="Вільна")]
    clock.shift(timedelta(days=1))
    publish_again(page)
    by_state = {state: set(LeafletRun.objects.in_state(state)) for state in RunState}
    assert by_state[RunState.OUTDATED] == {rows[0]}
    assert by_state[RunState.CURRENT] == {rows[1], rows[3]}
    assert by_state[RunState.DRAFT] == {rows[2]}
    for state, found in by_state.items():
        assert all(fresh(row).state == state for row in found)


def test_a_printed_run_is_whole():
    with pytest.raises(ValidationError):
        LeafletRun(title="Без накладу", printed_on=MONDAY).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        LeafletRun.objects.create(title="Без накладу", printed_on=MONDAY)
    with pytest.raises(ValidationError):
        LeafletRun().full_clean()


def test_what_hangs_outdated_is_found_until_it_is_taken_down(clock):
    page = service()
    row = run(page)
    hung = LeafletPlace.objects.create(run=row, point=point(), quantity=3)
    LeafletPlace.objects.create(run=run(title="Вільна"), point=point("Школа"), quantity=1)
    clock.shift(timedelta(days=1))
    publish_again(page)
    assert list(LeafletPlace.objects.outdated()) == [hung]
    hung.replaced_on = MONDAY + timedelta(days=1)
    hung.full_clean()
    hung.save()
    assert not LeafletPlace.objects.outdated()
    hung.replaced_on = MONDAY - timedelta(days=1)
    with pytest.raises(ValidationError):
        hung.full_clean()


def test_two_points_of_one_settlement_differ_by_name():
    first = point()
    with pytest.raises(ValidationError):
        DistributionPoint(name=first.name, settlement=first.settlement).full_clean()


@pytest.mark.parametrize(
    ("who", "status"), [("editor", 200), ("press_officer", 200), ("head", 200), ("desk_operator", 302)]
)
@pytest.mark.parametrize("screen", ["leaflet_runs", "leaflet_places", "distribution_points", "subscriber_notices"])
def test_who_keeps_the_register(signed_in, screen, who, status):
    client = signed_in(getattr(factories, who)())
    assert client.get(f"/admin/{screen}/").status_code == status
    assert client.get(f"/admin/{screen}/new/").status_code == status


def test_the_list_tells_sums_and_filters_the_outdated(signed_in, clock):
    page = service("Застаріла послуга")
    row = run(page, copies=700)
    run(title="Чинна листівка", copies=300)
    LeafletPlace.objects.create(run=row, point=point(), quantity=3)
    clock.shift(timedelta(days=1))
    publish_again(page)
    client = signed_in(factories.editor())
    text = client.get("/admin/leaflet_runs/").content.decode()
    assert "1000" in text.replace("\u00a0", "")
    assert "застаріла" in text
    filtered = client.get("/admin/leaflet_runs/?state=outdated").content.decode()
    assert "Застаріла послуга" in filtered
    assert "Чинна листівка" not in filtered
    hanging = client.get("/admin/leaflet_places/?outdated=true").content.decode()
    assert "Дошка біля магазину" in hanging
    assert "треба замінити" in hanging
    assert client.get("/admin/leaflet_runs/?state=нема&p=x").status_code == 200


def test_an_editor_writes_a_run_down(signed_in):
    page = service()
    answer = signed_in(factories.editor()).post(
        "/admin/leaflet_runs/new/",
        {"service": page.pk, "title": "", "edition_on": "2026-11-23", "edition_number": "", "copies": "500",
         "printed_on": "2026-11-24", "cost": "1200.50", "note": ""},
    )  # fmt: skip
    assert answer.status_code == 302, answer.context["form"].errors
    assert LeafletRun.objects.get().title == page.title


def test_the_export_runs_no_formula(signed_in):
    run(title='=HYPERLINK("http://evil.example")', note="+1")
    answer = signed_in(factories.editor()).get("/admin/leaflet_runs/?export=xlsx")
    book = load_workbook(__import__("io").BytesIO(b"".join(answer.streaming_content)))
    cell = book.active["A2"]
    assert cell.value.startswith("=HYPERLINK")
    assert cell.data_type == "s"
    text = b"".join(signed_in(factories.editor()).get("/admin/leaflet_runs/?export=csv").streaming_content).decode()
    assert "'=HYPERLINK" in text


@pytest.mark.parametrize("screen", ["leaflet_runs", "leaflet_places", "distribution_points"])
def test_a_long_list_asks_as_often_as_a_short_one(signed_in, constant_queries, screen):
    client, page, spot = signed_in(factories.editor()), service(), point()

    def more(number):
        rows = LeafletRun.objects.bulk_create(
            LeafletRun(service=page, title=f"Листівка {index}", edition_on=MONDAY, copies=5, printed_on=MONDAY)
            for index in range(number)
        )
        LeafletPlace.objects.bulk_create(LeafletPlace(run=row, point=spot) for row in rows)
        DistributionPoint.objects.bulk_create(
            DistributionPoint(name=f"{rows[0].pk}-{index}", settlement=spot.settlement) for index in range(number)
        )

    constant_queries(lambda: client.get(f"/admin/{screen}/"), more, few=10, more=40)


def test_a_notice_waits_for_mailings():
    page = service()
    notice = SubscriberNotice.objects.create(page_id=page.pk, subject="Нова послуга", text="Читайте на сайті.")
    assert notice.state == "draft"
