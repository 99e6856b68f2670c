"""Supports at one moment, on a real database."""

import pytest

from casework.errors import Refused
from participation.ideas import services
from participation.ideas.models import Idea
from participation.sheets.errors import AlreadySigned
from participation.sheets.models import Record
from tests.casework.test_races import together
from tests.factories import resident
from tests.participation.ideas import making

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]


def test_twenty_four_clicks_of_one_person_are_one_voice(transactional_db, office):
    idea = making.published(office)
    results = together(lambda _place: services.support(idea, user=office.neighbour))
    assert sum(isinstance(result, Record) for result in results) == 1
    assert sum(isinstance(result, AlreadySigned) for result in results) == 23
    assert Idea.objects.get(pk=idea.pk).supports == 1


def test_twenty_four_people_are_twenty_four_voices_and_reach_the_goal_once(transactional_db, office):
    office.call.support_goal = 24
    office.call.save()
    idea, people = making.published(office), [resident() for _person in range(24)]
    results = together(lambda place: services.support(idea, user=people[place]))
    assert not [result for result in results if isinstance(result, Exception)]
    assert Idea.objects.get(pk=idea.pk).supports == 24
    assert idea.events.filter(event="goal").count() == 1


def test_one_person_at_twelve_ideas_at_once_keeps_the_limit_of_the_call(transactional_db, office):
    office.call.supports_each = 3
    office.call.save()
    ideas = [making.published(office, title=f"Ідея {number}") for number in range(12)]
    results = together(lambda place: services.support(ideas[place % 12], user=office.neighbour))
    assert sum(isinstance(result, Record) for result in results) == 3
    assert all(isinstance(result, (Record, Refused)) for result in results)
    assert Record.objects.of(office.neighbour).count() == 3
