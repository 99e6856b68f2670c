"""Notice, quorum and moved dates, on frozen time."""

from datetime import datetime

import pytest
from django.utils import timezone

from casework.errors import InvalidFields, Refused
from casework.services import fire
from core.models import Letter
from participation.follows.services import follow
from participation.hearings import services
from participation.hearings.enums import NoticeKind, Profile
from participation.hearings.models import Hearing
from tests.participation.hearings.making import (
    DAY,
    HOUR,
    KYIV,
    MONDAY,
    SITTING,
    announced,
    appointed,
    in_state,
    order,
    person,
)

pytestmark = pytest.mark.django_db


def local(moment):
    """A moment in Kyiv."""
    return timezone.localtime(moment, KYIV)


@pytest.mark.parametrize(
    ("profile", "last_day"),
    [
        (Profile.GENERAL, (2026, 12, 3)),
        (Profile.DRAFT_ACT, (2026, 12, 7)),
        (Profile.TOWN_PLANNING, (2026, 12, 23)),
        (Profile.ENVIRONMENT, (2026, 12, 28)),
    ],
)
def test_the_term_of_notice_is_that_of_the_profile(profile, last_day, db):
    end, _key = services.notice_end(profile, MONDAY)
    assert local(end) == datetime(*last_day, 23, 59, 59, tzinfo=KYIV)


def test_a_date_within_the_notice_cannot_be_appointed(cast):
    hearing = in_state("checking", cast)
    fields = order(cast, starts_at="2026-12-03T18:00", ends_at="2026-12-03T20:00")
    with pytest.raises(InvalidFields) as refusal:
        fire(hearing, "appoint", actor=cast.actors["head"], now=MONDAY, **fields)
    assert "starts_at" in refusal.value.form.errors


def test_an_announcement_that_comes_too_late_is_refused_until_the_date_is_moved(cast):
    hearing, late = appointed(cast), SITTING - 3 * DAY
    hearing.agenda.create(title="Доповідь")
    with pytest.raises(Refused):
        fire(hearing, "announce", actor=cast.actors["official"], now=late)
    moved = {"starts_at": "2026-12-20T18:00", "ends_at": "2026-12-20T20:00", "reason": "Пізно оголошено."}
    hearing = fire(hearing, "change_date", actor=cast.actors["official"], now=late, **moved)
    assert fire(hearing, "announce", actor=cast.actors["official"], now=late).state == "announced"


def test_nothing_is_announced_without_an_agenda(cast):
    with pytest.raises(Refused):
        fire(appointed(cast), "announce", actor=cast.actors["official"], now=MONDAY)


def test_the_page_itself_is_the_first_proof_of_notice(cast):
    hearing = announced(cast)
    proof = hearing.proofs.get()
    assert (proof.kind, proof.round, proof.where) == (NoticeKind.SITE, 0, f"/uchast/slukhannia/{hearing.number}/")
    assert local(hearing.notice_until) == datetime(2026, 12, 3, 23, 59, 59, tzinfo=KYIV)


def test_a_moved_date_begins_the_notice_anew_and_tells_everybody_registered(cast):
    hearing = announced(cast)
    person(hearing, 1)
    person(hearing, 2)
    services.cancel(person(hearing, 3))
    later = MONDAY + 5 * DAY
    moved = {"starts_at": "2026-12-15T17:00", "ends_at": "2026-12-15T19:00", "reason": "Немає світла."}
    hearing = fire(hearing, "change_date", actor=cast.actors["official"], now=later, **moved)
    assert hearing.changes == 1
    assert hearing.announced_at == later
    assert local(hearing.notice_until).date() == datetime(2026, 12, 8).date()
    assert [proof.round for proof in hearing.proofs_of_round] == [1]
    letters = Letter.objects.filter(kind="hearings/date_changed")
    assert sorted(letters.values_list("recipient", flat=True)) == ["guest1@example.org", "guest2@example.org"]
    assert "15 грудня 2026, 17:00" in letters[0].text
    assert "podiia.ics" in letters[0].text


def test_a_date_cannot_be_moved_into_the_new_notice(cast):
    moved = {"starts_at": "2026-12-03T17:00", "ends_at": "2026-12-03T19:00", "reason": "Інше."}
    with pytest.raises(InvalidFields):
        fire(announced(cast), "change_date", actor=cast.actors["official"], now=MONDAY + DAY, **moved)


def test_a_proof_of_an_earlier_date_proves_nothing(cast):
    hearing = in_state("gathered", cast)
    hearing.proofs.update(round=7)
    with pytest.raises(Refused):
        fire(hearing, "open_sitting", actor=cast.actors["official"], now=SITTING)


def test_a_sitting_does_not_open_before_its_hour(cast):
    hearing = in_state("gathered", cast)
    with pytest.raises(Refused):
        fire(hearing, "open_sitting", actor=cast.actors["official"], now=SITTING - HOUR / 60)


@pytest.mark.parametrize(("people", "opens"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_sitting_opens_with_a_quorum_only(people, opens, cast):
    hearing = announced(cast)
    for number in range(people):
        services.check_in(person(hearing, number, online=number == 0), now=SITTING)
    if opens:
        assert fire(hearing, "open_sitting", actor=cast.actors["official"], now=SITTING).state == "in_session"
    else:
        with pytest.raises(Refused):
            fire(hearing, "open_sitting", actor=cast.actors["official"], now=SITTING)


def test_a_hearing_not_held_is_appointed_anew_without_a_new_initiative(cast):
    hearing = announced(cast)
    guest = person(hearing)
    fields = {"reason": "alarm", "note": "Тривога до ночі."}
    hearing = fire(hearing, "declare_not_held", actor=cast.actors["official"], now=SITTING + HOUR, **fields)
    assert Letter.objects.filter(kind="hearings/not_held", recipient=guest.email).count() == 1
    anew = order(cast, starts_at="2027-01-12T18:00", ends_at="2027-01-12T20:00")
    hearing = fire(hearing, "reappoint", actor=cast.actors["head"], now=SITTING + DAY, **anew)
    hearing = fire(hearing, "announce", actor=cast.actors["official"], now=SITTING + DAY)
    assert (hearing.attempt, hearing.state) == (2, "announced")
    assert local(hearing.notice_until).date() == datetime(2026, 12, 19).date()
    assert Letter.objects.filter(kind="hearings/announced_anew", recipient=guest.email).count() == 1
    assert hearing.registrations.get().seat == guest.seat
    assert Hearing.objects.count() == 1


def test_reminders_go_out_three_days_and_one_day_before_each_once(cast):
    hearing = announced(cast)
    person(hearing)
    assert services.remind(SITTING - 4 * DAY) == 0
    assert [services.remind(SITTING - 3 * DAY + HOUR * hours) for hours in (0, 1, 30)] == [1, 0, 0]
    person(hearing, 2, now=SITTING - 2 * DAY)
    assert services.remind(SITTING - 2 * DAY + HOUR) == 0
    assert [services.remind(SITTING - DAY + HOUR * hours) for hours in (0, 1)] == [2, 0]
    assert services.remind(SITTING + HOUR) == 0
    assert Letter.objects.filter(kind="hearings/tomorrow").count() == 2


def test_a_job_that_slept_sends_only_the_later_reminder(cast):
    person(announced(cast))
    services.remind(SITTING - HOUR)
    kinds = Letter.objects.filter(kind__in=("hearings/soon", "hearings/tomorrow")).values_list("kind", flat=True)
    assert list(kinds) == ["hearings/tomorrow"]


def test_followers_are_told_and_whoever_registered_gets_one_letter_only(cast):
    hearing = appointed(cast)
    hearing.agenda.create(title="Доповідь")
    for user in (cast.resident, cast.bystander):
        follow(hearing, user=user)
    hearing = fire(hearing, "announce", actor=cast.actors["official"], now=MONDAY)
    assert Letter.objects.filter(kind="hearings/news").count() == 2
    person(hearing, 1, user=cast.resident, email=cast.resident.email)
    moved = {"starts_at": "2026-12-15T17:00", "ends_at": "2026-12-15T19:00", "reason": "Немає світла."}
    fire(hearing, "change_date", actor=cast.actors["official"], now=MONDAY + DAY, **moved)
    news = Letter.objects.filter(kind="hearings/news", recipient=cast.bystander.email)
    assert news.count() == 2
    assert "15 грудня 2026, 17:00" in news.order_by("pk").last().text
    assert Letter.objects.filter(kind="hearings/news", recipient=cast.resident.email).count() == 1
