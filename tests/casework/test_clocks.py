"""Legal clocks: acceptance dates of the law, a change of the calendar, reminders once each."""

from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from casework.actors import Actor
from casework.models import Clock, Reminder
from casework.procedure import StartClock
from casework.services import fire, recompute_clocks, send_due_reminders
from casework.services.clocks import apply, explain
from core.models import CalendarDay, DayKind, Letter, MartialLawPeriod
from tests.casework.making import make_request
from tests.conftest import KYIV
from tests.factories import head, official

pytestmark = pytest.mark.django_db


def due(*arguments, **options):
    """What `manage.py due` prints."""
    out = StringIO()
    call_command("due", *arguments, stdout=out, **options)
    return out.getvalue().strip()


@pytest.mark.parametrize(
    ("rule", "day", "martial_law", "peace"),
    [
        ("request", "2026-08-21", "2026-08-28", "2026-08-31"),
        ("request-extended", "2026-08-21", "2026-09-18", "2026-09-21"),
        ("petition-consider", "2026-08-21", "2026-09-04", "2026-09-07"),
        ("appeal-simple", "2026-08-21", "2026-09-05", "2026-09-05"),
        ("appeal", "2026-08-21", "2026-09-21", "2026-09-21"),
        ("appeal-max", "2026-08-21", "2026-10-05", "2026-10-05"),
        ("appeal", "2026-01-31", "2026-02-28", "2026-02-28"),
        ("petition-check", "2026-08-21", "2026-08-25", "2026-08-26"),
    ],
)
def test_acceptance_dates(rule, day, martial_law, peace):
    assert due(rule, day, "--martial-law") == martial_law
    assert due(rule, day, "--peace") == peace


def test_hours_run_across_the_weekend_and_the_change_of_clocks():
    assert due("request-urgent", "2026-08-21", "--at", "22:14") == "2026-08-23T22:14+03:00"
    assert due("request-urgent", "2026-10-24", "--at", "12:00") == "2026-10-26T11:00+02:00"


def test_the_working_saturday_of_2021():
    CalendarDay.objects.create(date=date(2021, 8, 23), kind=DayKind.DAY_OFF, act="Розпорядження КМУ")
    assert due("request", "2021-08-20", "--peace") == "2021-08-31"
    CalendarDay.objects.create(date=date(2021, 8, 28), kind=DayKind.WORKING_WEEKEND, act="Розпорядження КМУ")
    assert due("request", "2021-08-20", "--peace") == "2021-08-30"


def test_verbose_output_lists_every_day_and_the_law():
    text = due("request", "2026-08-21", "--peace", verbosity=2)
    assert "Art. 20" in text
    assert [line.split()[0] for line in text.splitlines()[2:-1]] == [f"2026-08-{day}" for day in range(21, 32)]


def test_an_unknown_rule_is_told_with_the_known_ones():
    with pytest.raises(CommandError, match="request-urgent"):
        due("nonsense", "2026-08-21")


def test_a_request_received_late_in_the_evening_counts_from_that_day(clock):
    clock.move_to(datetime(2026, 11, 20, 23, 30, tzinfo=KYIV))
    assert make_request().case.due_at.astimezone(KYIV) == datetime(2026, 11, 27, 23, 59, 59, tzinfo=KYIV)


def test_a_clock_may_count_from_the_moment_when_a_thing_happened(clock):
    case = make_request().case
    happened = case.received_at - timedelta(days=3)
    action = StartClock("minutes", "request", since=lambda case, data: data["at"])
    apply(case, (action,), data={"at": happened}, now=case.received_at)
    started = case.clocks.get(name="minutes")
    assert (started.started_at, started.length) == (happened, 5)


def test_a_change_of_the_calendar_moves_a_running_clock_once(clock, django_capture_on_commit_callbacks):
    person = official()
    case = make_request().case
    fire(case, "assign", actor=Actor.person(head()), unit=person.unit, assignee=person)
    with django_capture_on_commit_callbacks(execute=True):
        CalendarDay.objects.create(date=date(2026, 11, 25), kind=DayKind.DAY_OFF, act="Указ № 1")
    case.refresh_from_db()
    assert case.due_at.astimezone(KYIV).date() == date(2026, 12, 1)
    assert case.events.filter(event="clock_moved").count() == 1
    assert Letter.objects.filter(kind="casework/clock_moved", recipient=person.email).count() == 1
    assert recompute_clocks() == 0
    assert case.events.filter(event="clock_moved").count() == 1


def test_a_change_that_does_not_concern_a_term_leaves_no_event(clock, django_capture_on_commit_callbacks):
    case = make_request().case
    with django_capture_on_commit_callbacks(execute=True):
        CalendarDay.objects.create(date=date(2027, 3, 3), kind=DayKind.DAY_OFF, act="Указ № 2")
    assert not case.events.filter(event="clock_moved").exists()


def test_the_end_of_martial_law_moves_terms_over_holidays(clock, django_capture_on_commit_callbacks):
    clock.move_to(datetime(2026, 12, 22, 9, tzinfo=KYIV))
    case = make_request().case
    assert case.due_at.astimezone(KYIV).date() == date(2026, 12, 29)
    with django_capture_on_commit_callbacks(execute=True):
        period = MartialLawPeriod.objects.get()
        period.last_day = date(2026, 12, 23)
        period.save()
    case.refresh_from_db()
    assert case.due_at.astimezone(KYIV).date() == date(2026, 12, 30)


def test_the_page_of_a_clock_counts_every_day(clock):
    row = Clock.objects.get(case=make_request().case)
    counted = [day for day in explain(row).days if day.number]
    assert [day.number for day in counted] == [1, 2, 3, 4, 5]
    assert counted[-1].date == date(2026, 11, 30)


def test_a_job_that_slept_three_days_sends_each_reminder_once(clock):
    person, boss = official(), head()
    case = make_request().case
    fire(case, "assign", actor=Actor.person(boss), unit=person.unit, assignee=person)
    assert send_due_reminders() == 0
    clock.move_to(datetime(2026, 11, 30, 11, tzinfo=KYIV))
    assert send_due_reminders() == 3
    assert send_due_reminders() == 0
    kinds = set(Reminder.objects.values_list("kind", flat=True))
    assert kinds == {"two-days", "one-day", "last-day"}
    assert Letter.objects.filter(kind="casework/reminder", recipient=person.email).count() == 3
    assert Letter.objects.filter(kind="casework/reminder", recipient=boss.email).count() == 1


def test_overdue_cases_are_told_to_the_head_and_then_every_week(clock):
    person, boss = official(), head()
    fire(make_request().case, "assign", actor=Actor.person(boss), unit=person.unit, assignee=person)
    clock.move_to(datetime(2026, 12, 16, 11, tzinfo=KYIV))
    assert send_due_reminders() == 6
    assert set(Reminder.objects.values_list("kind", flat=True)) >= {"overdue", "overdue-week-1", "overdue-week-2"}
    clock.shift(timedelta(days=7))
    assert send_due_reminders() == 1


def test_a_met_clock_reminds_nobody(clock):
    person = official()
    case = make_request().case
    fire(case, "assign", actor=Actor.person(head()), unit=person.unit, assignee=person)
    fire(case, "withdraw", actor=Actor.applicant())
    clock.move_to(datetime(2026, 12, 16, 11, tzinfo=KYIV))
    assert send_due_reminders() == 0
