"""Screens of places and visits: who opens them, what they publish, what they keep."""

from datetime import time

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cms import mobile
from cms.models import MobileVisit, OpeningException, PlacePage, VisitState
from cms.place_verbs import NotPossible, announce_days
from tests import factories

from .make import exception, november, place, route, visit
from .test_place_rules import rows_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_closed_today_is_published_at_once_by_the_desk(client, signed_in):
    page, desk = place("Центр"), signed_in(factories.desk_operator())
    assert "Відчинено до 17:00" in desk.get(reverse("cms_places:index")).content.decode()
    address = reverse("cms_places:days", args=[page.pk])
    assert desk.get(address).status_code == 200
    data = {"reason": "Немає світла", "first_day": "2026-11-23", "last_day": "2026-11-23"}
    assert desk.post(address, data).status_code == 302
    text = client.get(page.get_url()).content.decode()
    assert "Немає світла" in text
    assert "Зачинено, відчиниться завтра" in text
    page.refresh_from_db()
    assert page.latest_revision_id == page.live_revision_id
    assert not page.has_unpublished_changes
    assert desk.post(address, data).status_code == 422


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"last_day": "2026-11-22"}, "не може бути раніше"),
        ({"first_day": "2026-11-01", "last_day": "2026-11-02"}, "уже минув"),
        ({"opens": "9:00"}, "обидві години"),
        ({"opens": "12:00", "closes": "9:00"}, "пізніше"),
        ({"first_day": "x"}, "дату"),
        ({"last_day": "9999-12-31"}, "у межах року"),
    ],
)
def test_days_that_make_no_sense_are_refused(signed_in, fields, words):
    page, desk = place(), signed_in(factories.desk_operator())
    data = {"reason": "Ремонт", "first_day": "2026-11-23", "last_day": "2026-11-24", **fields}
    response = desk.post(reverse("cms_places:days", args=[page.pk]), data)
    assert response.status_code == 422
    assert words in response.content.decode()


def test_an_unfinished_draft_survives_and_brings_the_announcement_along():
    page, actor = place("Центр"), factories.editor()
    page.title = "Нова назва"
    page.save_revision(user=actor)
    announce_days(page, actor=actor, first_day=november(23), last_day=november(23), reason="Немає світла")
    live = PlacePage.objects.get(pk=page.pk)
    assert (live.title, live.exceptions.count(), live.has_unpublished_changes) == ("Центр", 1, True)
    draft = live.get_latest_revision_as_object()
    assert (draft.title, draft.exceptions.count()) == ("Нова назва", 1)
    live.get_latest_revision().publish()
    published = PlacePage.objects.get(pk=page.pk)
    assert (published.title, published.exceptions.get().reason) == ("Нова назва", "Немає світла")


def test_contradictions_and_unpublished_pages_are_refused():
    actor, page = factories.editor(), place(exceptions=[exception(november(24), reason="Навчання")])
    days = {"actor": actor, "first_day": november(23), "last_day": november(24), "reason": "Ремонт"}
    with pytest.raises(NotPossible, match="Навчання"):
        announce_days(page, **days)
    page.unpublish()
    with pytest.raises(NotPossible):
        announce_days(page, **days)


def test_others_do_not_get_in(client, signed_in):
    page, row = place(), visit()
    addresses = [
        reverse("cms_places:index"),
        reverse("cms_places:days", args=[page.pk]),
        reverse("cms_visits:screen", args=[row.pk]),
        reverse("cms_visits:act", args=[row.pk, "confirm"]),
    ]
    outsider = signed_in(factories.official())
    for address in addresses:
        assert client.get(address).status_code == 302, address
        assert outsider.get(address).status_code in (302, 403), address
    outsider.post(addresses[3])
    row.refresh_from_db()
    assert row.state == VisitState.PLANNED


def test_the_desk_confirms_moves_and_cancels_by_buttons(signed_in):
    desk, row = signed_in(factories.desk_operator()), visit(november(26))
    screen = reverse("cms_visits:screen", args=[row.pk])
    text = desk.get(screen).content.decode()
    assert reverse("cms_visits:act", args=[row.pk, "confirm"]) in text
    assert reverse("cms_visits:act", args=[row.pk, "repeat"]) not in text

    def press(key, **data):
        return desk.post(reverse("cms_visits:act", args=[row.pk, key]), data)

    assert desk.get(reverse("cms_visits:act", args=[row.pk, "confirm"])).status_code == 200
    assert press("confirm").status_code == 302
    assert press("confirm").status_code == 302  # a double click is told, not a page of errors
    assert press("move", day="2026-11-26", reason="Ремонт").status_code == 422
    assert press("cancel").status_code == 422
    assert press("move", day="2026-11-27", reason="Ремонт").status_code == 302
    new = MobileVisit.objects.get(replaces=row)
    assert desk.get(reverse("cms_visits:screen", args=[new.pk])).status_code == 200
    assert "Ремонт" in desk.get(screen).content.decode()
    assert desk.get(reverse("cms_visits:act", args=[row.pk, "nema"])).status_code == 404
    assert desk.get(reverse("cms_visits:screen", args=[2**63])).status_code == 404


def test_an_editor_repeats_and_discards(signed_in):
    client, row = signed_in(factories.editor()), visit(november(24))
    address = reverse("cms_visits:act", args=[row.pk, "repeat"])
    assert client.post(address, {"weeks": "0", "until": "2026-12-30"}).status_code == 422
    assert client.post(address, {"weeks": "1", "until": "2026-12-08"}).status_code == 302
    assert MobileVisit.objects.count() == 3
    assert client.post(reverse("cms_visits:act", args=[row.pk, "discard"])).status_code == 302
    assert MobileVisit.objects.count() == 2


def posted(row_or_route, day, stops, **fields):
    keys = ("settlement", "point", "arrives", "leaves", "ORDER")
    rows = [dict(zip(keys, (*stop, number), strict=True)) for number, stop in enumerate(stops, 1)]
    return {"route": row_or_route.pk, "day": day, **rows_of("stops", rows), **fields}


def test_stops_out_of_order_are_refused_in_a_sentence(signed_in):
    client, village = signed_in(factories.editor()), factories.settlement()
    add, way = reverse("mobile_visits:add"), route()
    stops = [(village.pk, "клуб", "9:00", "11:00"), (village.pk, "школа", "10:30", "12:00")]
    assert "закінчується о 11:00" in client.post(add, posted(way, "2026-11-26", stops)).content.decode()
    stops = [(village.pk, "клуб", "13:00", "14:00"), (village.pk, "школа", "9:00", "10:00")]
    assert "Розставте зупинки за часом" in client.post(add, posted(way, "2026-11-26", stops)).content.decode()
    assert not MobileVisit.objects.exists()
    stops = [(village.pk, "клуб", "9:00", "11:00"), (village.pk, "школа", "11:00", "12:00")]
    assert client.post(add, posted(way, "2026-11-26", stops)).status_code == 302
    text = client.post(add, posted(way, "2026-11-26", stops)).content.decode()
    assert MobileVisit.objects.count() == 1
    assert "має виїзд" in text


def test_a_promised_visit_changes_with_a_reason_and_the_change_is_kept(client, signed_in):
    editor = factories.editor()
    row = mobile.confirm(visit(november(26)), actor=editor)
    stop, staff = row.stops.get(), signed_in(editor)
    village = factories.settlement("Нове Село")
    data = posted(row.route, "2026-11-29", [(village.pk, "школа", "9:00", "11:00")])
    data |= {"stops-INITIAL_FORMS": "1", "stops-0-id": stop.pk}
    address = reverse("mobile_visits:edit", args=[row.pk])
    assert "Поясніть причину" in staff.post(address, data).content.decode()
    assert staff.post(address, {**data, "change_reason": "Клуб на ремонті"}).status_code == 302
    row = MobileVisit.objects.get(pk=row.pk)
    assert (row.day, row.version) == (november(26), 2)
    change = row.changes.first()
    assert (change.kind, change.reason, change.actor) == ("edited", "Клуб на ремонті", editor)
    assert "Нове Село, школа" in change.after
    assert "Нове Село" not in change.before
    assert set(change.settlements.all()) == {stop.settlement, village}
    assert "Клуб на ремонті" in client.get("/mobilnyi-tsnap/").content.decode()


def test_lists_with_filters(signed_in):
    staff, village = signed_in(factories.head()), factories.settlement("Липове")
    row = visit(november(26), stops=[(village, "9:00", "10:00")])
    other = visit(november(27))
    address = reverse("mobile_visits:index")
    for query in (
        f"settlement={village.pk}",
        f"route={row.route_id}",
        f"month=2026-11-01&settlement={village.pk}",
    ):
        text = staff.get(f"{address}?{query}").content.decode()
        assert "Липове" in text, query
        assert str(other.route) not in text.split("<table")[-1], query
    assert staff.get(f"{address}?month=9999-12-31&state=x&route=y").status_code == 200
    assert staff.get(reverse("mobile_routes:index")).status_code == 200


@pytest.mark.parametrize(
    "hours", [{}, {"opens": time(9)}, {"closes": time(12)}, {"opens": time(12), "closes": time(9)}]
)
def test_the_database_refuses_an_exception_that_is_neither_closed_nor_has_hours(hours):
    page, day = place("Центр"), november(25)
    with pytest.raises(IntegrityError), transaction.atomic():
        OpeningException.objects.create(
            place=page, first_day=day, last_day=day, is_closed=False, reason="Облік", **hours
        )
