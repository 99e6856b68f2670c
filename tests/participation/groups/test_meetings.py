"""Meetings: notice in working days, quorum, minutes with roll-call, recommendations and the answer with its clock."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.errors import InvalidFields, Refused
from core.models import Letter
from participation.follows.services import follow
from participation.groups.forms.meeting import NewMeetingForm
from participation.groups.models import Attendance, Recommendation, Vote
from participation.groups.numbers import latest_announcement, quorum_of
from participation.groups.reading import with_attendance
from participation.statute.models import StatuteParameter
from tests import factories
from tests.participation.groups import making
from tests.participation.groups.making import step

pytestmark = pytest.mark.django_db
KYIV = ZoneInfo("Europe/Kyiv")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=KYIV)


@pytest.fixture
def body(office, clock):
    return making.working(office, clock)


def running(meeting, name):
    return meeting.clocks.running().get(name=name)


class TestNotice:
    @pytest.mark.parametrize(
        ("starts", "latest"),
        [
            ("2026-11-26 15:00", date(2026, 11, 23)),  # Thursday: Monday
            ("2026-11-30 15:00", date(2026, 11, 25)),  # Monday: over the weekend
            ("2026-11-29 15:00", date(2026, 11, 25)),  # Sunday
        ],
    )
    def test_three_working_days_lie_before_the_meeting(self, db, starts, latest):
        assert latest_announcement(at(starts)) == latest

    def test_the_statute_may_ask_for_calendar_days(self, db, clock):
        StatuteParameter.objects.create(
            key="group-agenda", value=7, unit="calendar_day", act="Статут", valid_from=making.day()
        )
        assert latest_announcement(at("2026-12-10 15:00")) == date(2026, 12, 3)

    def test_a_plan_that_is_too_late_is_refused_at_once(self, office, clock):
        form = NewMeetingForm({"starts_at": "2026-11-25T15:00", "place": "Зала"})
        assert not form.is_valid()
        assert set(form.errors) == {"starts_at"}
        assert NewMeetingForm({"starts_at": "2026-11-26T15:00", "place": "Зала"}).is_valid()
        assert set(NewMeetingForm({"starts_at": "2026-11-26T15:00"}).errors) == {"place"}

    def test_without_agenda_or_in_time_no_longer_it_cannot_be_announced(self, office, clock, body):
        empty = making.planned(office, body, questions=())
        with pytest.raises(Refused):
            step(empty, "announce", office.official)
        meeting = making.planned(office, body)
        clock.move_to(meeting.starts_at - timedelta(days=1))
        with pytest.raises(Refused):
            step(meeting, "announce", office.official)

    def test_members_and_followers_get_one_letter_with_the_agenda_and_the_calendar(self, office, body):
        follower = factories.resident(email="follower@example.org")
        follow(body, user=follower)
        meeting = making.announced(office, body)
        letters = Letter.objects.filter(kind="groups/meeting_announced")
        assert letters.count() == 4
        text = letters.get(recipient="follower@example.org").text
        assert "1. Про гуртожиток" in text
        assert f"{meeting.get_absolute_url()}zasidannia.ics" in text
        assert "/admin/" not in text

    def test_another_date_restarts_the_notice_and_tells_everybody(self, office, clock, body):
        meeting = making.announced(office, body)
        Attendance.objects.create(meeting=meeting, member=making.members(body)[0], intention="coming")
        plan = {"place": "Бібліотека", "online_url": "", "reason": "Немає світла."}
        with pytest.raises(InvalidFields):
            step(meeting, "reschedule", office.official, starts_at=timezone.now() + timedelta(hours=30), **plan)
        later = timezone.now() + timedelta(days=14)
        meeting = step(meeting, "reschedule", office.official, starts_at=later, **plan)
        assert (meeting.state, meeting.change_count, meeting.attendances.count()) == ("planned", 1, 0)
        assert timezone.localdate(running(meeting, "announce").due_at) == latest_announcement(later)
        assert "Немає світла." in Letter.objects.filter(kind="groups/meeting_moved").first().text

    def test_numbers_within_a_body_do_not_repeat(self, office, body):
        first, second = making.planned(office, body), making.planned(office, body)
        assert (first.sequence, second.sequence) == (1, 2)
        with pytest.raises(IntegrityError), transaction.atomic():
            type(first).objects.filter(pk=second.pk).update(sequence=1)


class TestQuorum:
    @pytest.mark.parametrize(("members", "needed"), [(0, 1), (1, 1), (2, 2), (3, 2), (4, 3), (9, 5)])
    def test_more_than_half(self, db, members, needed):
        assert quorum_of(members) == needed

    def test_below_it_the_meeting_was_not_held(self, office, clock, body):
        meeting = making.announced(office, body)
        making.begin(clock, meeting)
        one = making.presence(body, 1)
        with pytest.raises(InvalidFields) as error:
            step(meeting, "hold", office.official, present=one, ended_at=timezone.now(), recording_url="")
        assert "present" in error.value.form.errors
        meeting = step(meeting, "no_quorum", office.official, present=one)
        assert (meeting.state, meeting.quorum, meeting.members_due) == ("no_quorum", 2, 3)

    def test_with_it_the_meeting_was_held(self, office, clock, body):
        meeting = making.announced(office, body)
        making.begin(clock, meeting)
        with pytest.raises(InvalidFields):
            step(meeting, "no_quorum", office.official, present=making.presence(body, 2))

    def test_nothing_is_recorded_before_it_begins(self, office, body):
        with pytest.raises(Refused):
            step(making.announced(office, body), "hold", office.official, present=[], ended_at=timezone.now())

    def test_attendance_counts_meetings_without_quorum_too(self, office, clock, body):
        making.held(office, clock, body, came=2)
        meeting = making.announced(office, body)
        making.begin(clock, meeting)
        step(meeting, "no_quorum", office.official, present=making.presence(body, 1))
        shares = [member.share for member in with_attendance(making.members(body))]
        assert shares == [100, 50, 0]


class TestMinutes:
    def test_five_working_days_count_from_the_meeting_not_from_the_record(self, office, clock, body):
        meeting = making.announced(office, body)
        ended = meeting.starts_at + timedelta(hours=1)
        clock.move_to(meeting.starts_at + timedelta(days=3))
        meeting = step(
            meeting, "hold", office.official, present=making.presence(body, 3), ended_at=ended, recording_url=""
        )
        started = running(meeting, "minutes")
        assert started.started_at == ended
        assert (started.rule, started.length, started.unit) == ("group-minutes", 5, "working_day")

    def test_they_are_complete_or_not_published(self, office, clock, body):
        meeting = making.held(office, clock, body)
        signed = {"chair_name": "Марина", "secretary_name": "Ганна", "opening": ""}
        with pytest.raises(Refused, match="рішення"):
            step(meeting, "publish_minutes", office.official, **signed)
        making.decide(meeting)
        Vote.objects.filter(item__meeting=meeting).first().delete()
        with pytest.raises(Refused, match="Поіменне"):
            step(meeting, "publish_minutes", office.official, **signed)
        Vote.objects.filter(item__meeting=meeting).delete()
        meeting.items.update(is_voted=False)
        assert step(meeting, "publish_minutes", office.official, **signed).has_minutes

    def test_a_member_votes_once_on_a_question(self, office, clock, body):
        meeting = making.held(office, clock, body)
        making.decide(meeting)
        vote = Vote.objects.first()
        with pytest.raises(IntegrityError), transaction.atomic():
            Vote.objects.create(item=vote.item, member=vote.member, choice="against")


class TestAnswer:
    def test_thirty_days_run_from_sending_and_the_head_is_told(self, office, clock, body):
        meeting = making.sent(office, clock, body)
        clock_row = running(meeting, "answer")
        assert (clock_row.rule, timezone.localdate(clock_row.due_at)) == ("group-answer", making.day(30))
        letter = Letter.objects.get(kind="groups/recommendations", recipient=office.head.email)
        assert "Відремонтувати душові." in letter.text

    def test_the_statutes_own_number_is_kept_by_the_clock(self, office, clock, body):
        row = StatuteParameter.objects.create(
            key="group-answer", value=10, unit="working_day", act="Статут", valid_from=making.day()
        )
        meeting = making.sent(office, clock, body)
        assert running(meeting, "answer").rule == f"statute:{row.pk}"

    def test_each_recommendation_is_answered_with_reasons(self, office, clock, body):
        meeting = making.sent(office, clock, body, recommendations=("Перша.", "Друга."))
        first, second = meeting.recommendations.all()
        with pytest.raises(InvalidFields):
            step(meeting, "answer", office.head, recommendation=first.pk, verdict="rejected", reason="")
        step(meeting, "answer", office.head, recommendation=first.pk, verdict="rejected", reason="Немає коштів.")
        with pytest.raises(Refused):
            step(meeting, "complete", office.head)
        with pytest.raises(InvalidFields):
            step(meeting, "answer", office.head, recommendation=first.pk, verdict="accepted", reason="Інакше.")
        step(meeting, "answer", office.head, recommendation=second.pk, verdict="accepted", reason="Так.")
        meeting = step(meeting, "complete", office.head)
        assert (meeting.state, meeting.answered_late) == ("answered", False)
        assert Letter.objects.filter(kind="groups/recommendations_answered").count() == 3
        assert step(meeting, "close", office.official).state == "closed"

    def test_the_database_keeps_no_answer_without_reasons(self, office, clock, body):
        making.sent(office, clock, body)
        with pytest.raises(IntegrityError), transaction.atomic():
            Recommendation.objects.update(verdict="accepted")

    def test_a_late_answer_is_marked(self, office, clock, body):
        meeting = making.sent(office, clock, body)
        clock.shift(timedelta(days=31))
        assert making.answer(office, meeting).answered_late

    def test_recommendations_are_not_left_without_an_answer(self, office, clock, body):
        meeting = making.minuted(office, clock, body)
        with pytest.raises(Refused):
            step(meeting, "close", office.official)
        quiet = making.minuted(office, clock, body, recommendations=())
        with pytest.raises(Refused):
            step(quiet, "send", office.official)
        assert step(quiet, "close", office.official).state == "closed"
