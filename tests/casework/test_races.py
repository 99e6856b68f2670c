"""Races with real threads on a real database."""

import threading
import uuid

import pytest
from django.db import connection, connections

from casework.actors import Actor
from casework.errors import Refused
from casework.models import Case, NumberSequence
from casework.services import fire, send_due_reminders, verify_chain
from core.models import Letter
from tests.casework.making import make_request
from tests.factories import head, official, resident

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]
THREADS = 24


def together(work, number=THREADS):
    """Run `work(n)` in `number` threads that start at once; return their results, exceptions included."""
    gate, results = threading.Barrier(number), [None] * number

    def run(place):
        gate.wait()
        try:
            results[place] = work(place)
        except Exception as error:  # every failure is a result that the test looks at
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_twenty_four_double_posts_give_one_case_and_one_receipt():
    key = uuid.uuid4()
    receipts = together(lambda _place: make_request(key=key))
    assert len({(receipt.case.number, receipt.code) for receipt in receipts}) == 1
    assert sum(receipt.created for receipt in receipts) == 1
    assert Case.objects.count() == 1
    assert Letter.objects.filter(recipient="hanna@example.org").count() == 1


def test_numbers_given_in_a_rush_have_no_gap_and_no_double():
    receipts = together(lambda _place: make_request())
    numbers = sorted(int(receipt.case.number[-5:]) for receipt in receipts)
    assert numbers == list(range(1, THREADS + 1))
    assert NumberSequence.objects.get(prefix="ЗПІ").last == THREADS


def test_one_of_many_withdrawals_wins_and_the_story_stays_whole():
    person = resident()
    case = make_request(actor=Actor.person(person)).case
    results = together(lambda _place: fire(case, "withdraw", actor=Actor.person(person)), 8)
    assert sum(isinstance(result, Refused) for result in results) == 7
    assert case.events.filter(event="withdraw").count() == 1
    assert verify_chain(case) == []


def test_many_messages_at_once_keep_one_chain():
    case = make_request().case
    results = together(lambda place: fire(case, "write_to_office", actor=Actor.applicant(), text=f"Лист {place}"), 12)
    assert not [result for result in results if isinstance(result, Exception)]
    assert case.messages.count() == 12
    assert verify_chain(case) == []


def test_two_reminding_jobs_send_each_reminder_once(clock):
    person = official()
    fire(make_request().case, "assign", actor=Actor.person(head()), unit=person.unit, assignee=person)
    clock.shift(60 * 60 * 24 * 7 + 60 * 90)
    results = together(lambda _place: send_due_reminders(), 4)
    assert not [result for result in results if isinstance(result, Exception)]
    assert sum(results) == 3
    assert Letter.objects.filter(kind="casework/reminder", recipient=person.email).count() == 3


def test_the_database_is_the_real_one():
    assert connection.vendor in {"sqlite", "postgresql"}
    assert ":memory:" not in str(connection.settings_dict["NAME"])
