"""Confirm, move, cancel, restore, repeat, discard: what is promised is never lost."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cms import mobile
from cms.models import MobileVisit, VisitChange, VisitState
from core.models import CalendarDay, DayKind
from core.workdays import Calendar
from tests import factories

from .make import november, route, service, visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
CALENDAR = {"calendar": Calendar()}


@pytest.fixture
def actor():
    return factories.desk_operator()


def told(row):
    return [(change.version, change.kind, change.reason) for change in row.changes.order_by("version")]


def test_a_plan_is_confirmed_once(actor):
    plan = visit()
    done = mobile.confirm(plan, actor=actor)
    assert (done.state, told(done)) == (VisitState.CONFIRMED, [(1, "confirmed", "")])
    with pytest.raises(mobile.NotPossible, match="підтверджено"):
        mobile.confirm(plan, actor=actor)


def test_a_visit_without_stops_is_not_promised(actor):
    plan = MobileVisit.objects.create(route=route(), day=november(26))
    with pytest.raises(mobile.NotPossible, match="зупинку"):
        mobile.confirm(plan, actor=actor)


def test_cancelling_needs_a_reason_and_keeps_the_words(actor):
    row = mobile.confirm(visit(november(26)), actor=actor)
    with pytest.raises(mobile.NotPossible):
        mobile.cancel(row, actor=actor, reason="  ")
    row = mobile.cancel(row, actor=actor, reason="Хуртовина")
    assert (row.state, row.reason, row.version) == (VisitState.CANCELLED, "Хуртовина", 2)
    change = row.changes.first()
    assert "26 листопада 2026, четвер" in change.before
    assert change.actor == actor


def test_moving_makes_a_new_visit_linked_to_the_old(actor):
    missing = service()
    row = mobile.confirm(visit(november(26), not_available=[missing], vehicle_note="бус"), actor=actor)
    new = mobile.move(row, actor=actor, day=november(27), reason="Ремонт дороги")
    row.refresh_from_db()
    assert (row.state, row.moved_to, row.reason) == (VisitState.MOVED, november(27), "Ремонт дороги")
    assert (new.state, new.replaces, new.vehicle_note) == (VisitState.CONFIRMED, row, "бус")
    assert [stop.point for stop in new.stops.all()] == [stop.point for stop in row.stops.all()]
    assert list(new.not_available.all()) == [missing]
    assert told(row)[-1] == (2, "moved", "Ремонт дороги")
    assert "27 листопада" in row.changes.first().after
    assert set(row.changes.first().settlements.all()) == {stop.settlement for stop in row.stops.all()}


@pytest.mark.parametrize(("day", "words"), [(26, "уже призначено"), (20, "минув"), (27, "має виїзд")])
def test_where_a_visit_cannot_move(actor, day, words):
    row = mobile.confirm(visit(november(26)), actor=actor)
    visit(november(27), on=row.route)
    with pytest.raises(mobile.NotPossible, match=words):
        mobile.move(row, actor=actor, day=november(day), reason="Ремонт")
    row.refresh_from_db()
    assert (row.state, row.version) == (VisitState.CONFIRMED, 1)


def test_a_plan_that_nobody_promised_leaves_no_history(actor):
    new = mobile.move(visit(november(26)), actor=actor, day=november(27), reason="Ремонт")
    assert (new.state, new.version) == (VisitState.PLANNED, 0)
    assert not VisitChange.objects.exists()


def test_a_cancelled_visit_may_take_place_after_all(actor):
    row = mobile.cancel(mobile.confirm(visit(november(26)), actor=actor), actor=actor, reason="Хуртовина")
    back = mobile.restore(row, actor=actor, reason="Дорогу розчистили")
    assert (back.state, back.reason, back.version) == (VisitState.CONFIRMED, "", 3)
    mobile.cancel(back, actor=actor, reason="Знову замело")
    visit(november(26), on=row.route)
    with pytest.raises(mobile.NotPossible, match="має виїзд"):
        mobile.restore(back, actor=actor)


def test_only_a_plan_is_deleted(actor):
    mobile.discard(visit(), actor=actor)
    assert not MobileVisit.objects.exists()
    with pytest.raises(mobile.NotPossible):
        mobile.discard(mobile.confirm(visit(), actor=actor), actor=actor)


def test_the_database_refuses_two_standing_visits_of_a_route_on_a_day(actor):
    first = visit(november(26))
    with pytest.raises(IntegrityError), transaction.atomic():
        visit(november(26), on=first.route)
    mobile.cancel(first, actor=actor, reason="Хуртовина")
    assert visit(november(26), on=first.route).pk


def test_repeating_makes_rows_and_reports_what_it_left_out(actor):
    row = visit(november(24))
    visit(november(24) + timedelta(weeks=2), on=row.route)
    CalendarDay.objects.create(
        date=november(24) + timedelta(weeks=1), kind=DayKind.LOCAL_CLOSURE, name="День громади", act="Рішення"
    )
    found = mobile.repeat(row, weeks=1, until=november(24) + timedelta(weeks=4), calendar=Calendar.load())
    assert [(made.day - row.day).days // 7 for made in found.made] == [3, 4]
    assert all(made.state == VisitState.PLANNED and made.stops.count() == 1 for made in found.made)
    assert [(day - row.day).days // 7 for day, _why in found.skipped] == [1, 2]
    assert "День громади" in found.skipped[0][1]
    assert mobile.repeat(row, weeks=1, until=november(24), **CALENDAR).made == []


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_people_move_two_visits_to_one_day(transactional_db):
    actor, way = factories.desk_operator(), route()
    today = timezone.localdate()
    rows = [visit(today + timedelta(days=number), on=way) for number in (1, 2)]
    start, results = Barrier(2), []

    def move(row):
        start.wait()
        try:
            mobile.move(row, actor=actor, day=today + timedelta(days=5), reason="Ремонт")
            results.append("moved")
        except mobile.NotPossible:
            results.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=move, args=[row]) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["moved", "refused"]
    standing = MobileVisit.objects.standing().values_list("day", flat=True)
    assert len(set(standing)) == len(standing) == 2
