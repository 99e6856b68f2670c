"""Support: once a person, within the number of the call, from every channel by one counter."""

import pytest
from django.urls import reverse

from casework.errors import Refused
from core.models import Letter
from participation.ideas import services
from participation.ideas.models import Idea
from participation.sheets import services as sheets
from participation.sheets.errors import AlreadySigned
from tests.factories import resident
from tests.participation.ideas import making

pytestmark = pytest.mark.django_db


def fresh(idea):
    """The idea as the database has it."""
    return Idea.objects.select_related("collection", "call").get(pk=idea.pk)


def test_a_voice_counts_once_and_can_be_taken_back(office):
    idea = making.published(office)
    services.support(idea, user=office.neighbour)
    with pytest.raises(AlreadySigned):
        services.support(idea, user=office.neighbour)
    assert fresh(idea).supports == 1
    services.take_support_back(idea, user=office.neighbour)
    assert fresh(idea).supports == 0
    services.support(idea, user=office.neighbour)
    assert fresh(idea).supports == 1


def test_paper_and_site_are_one_count(office):
    idea = making.published(office)
    services.support(idea, user=office.neighbour)
    sheets.sign(idea.collection, user=None, name="Олена Гай", channel="desk", actor=office.desk)
    assert fresh(idea).supports == 2


def test_a_call_limits_the_supports_of_one_person(office):
    office.call.supports_each = 2
    office.call.save()
    ideas = [making.published(office, title=f"Ідея {number}") for number in range(3)]
    for idea in ideas[:2]:
        services.support(idea, user=office.neighbour)
    assert services.supports_left(office.call, office.neighbour) == 0
    with pytest.raises(Refused, match="2"):
        services.support(ideas[2], user=office.neighbour)
    services.take_support_back(ideas[0], user=office.neighbour)
    services.support(ideas[2], user=office.neighbour)
    assert services.supports_left(office.call, office.neighbour) == 0


def test_the_limit_holds_on_the_page_of_the_collection_too(office, signed_in):
    office.call.supports_each = 1
    office.call.save()
    first, second = making.published(office), making.published(office, title="Друга")
    client = signed_in(office.neighbour)
    for idea in (first, second):
        client.post(reverse("sheets:sign", args=[idea.collection.pk]))
    assert (fresh(first).supports, fresh(second).supports) == (1, 0)


def test_the_print_pack_speaks_of_an_idea_while_it_collects(office, client):
    idea = making.published(office, place="зупинка")
    page = client.get(reverse("sheets:pack", args=[idea.number]))
    assert idea.public_title in page.text
    assert reverse("sheets:pack", args=[idea.number]) in client.get(idea.get_absolute_url()).text
    making.step(idea, "withdraw", office.author, reason="Так")
    assert client.get(reverse("sheets:pack", args=[idea.number])).status_code == 404


def test_a_voice_for_a_withdrawn_idea_comes_back(office):
    office.call.supports_each = 1
    office.call.save()
    idea, other = making.published(office), making.published(office, title="Друга")
    services.support(idea, user=office.neighbour)
    making.step(idea, "withdraw", office.author, reason="Передумала")
    services.support(other, user=office.neighbour)
    assert fresh(other).supports == 1


@pytest.mark.parametrize("state", ["draft", "moderation", "evaluation", "implementation", "rejected", "withdrawn"])
def test_only_a_published_idea_is_supported(office, state):
    with pytest.raises(Refused):
        services.support(making.in_state(office, state), user=office.neighbour)


def test_the_goal_tells_the_unit_the_author_and_followers_once(office):
    office.call.support_goal = 2
    office.call.save()
    office.call.unit.email = "unit@example.org"
    office.call.unit.save()
    idea = making.published(office)
    with pytest.raises(Refused, match="0"):
        making.step(idea, "evaluate", office.head, unit=office.call.unit)
    for _voice in range(3):
        services.support(idea, user=resident())
    assert idea.events.filter(event="goal").count() == 1
    assert Letter.objects.filter(
        kind="ideas/to_do", recipient="unit@example.org", subject__contains=idea.number
    ).exists()
    assert making.step(fresh(idea), "evaluate", office.head, unit=office.call.unit).state == "evaluation"


def test_after_the_last_day_of_support_every_idea_goes_on(office, clock):
    office.call.support_goal, office.call.support_until = 100, making.days_ahead(3)
    office.call.save()
    idea = making.published(office)
    clock.shift(60 * 60 * 24 * 4)
    with pytest.raises(Refused):
        services.support(idea, user=office.neighbour)
    assert making.step(idea, "evaluate", office.head, unit=office.call.unit).state == "evaluation"


def test_the_button_counts_and_takes_back(office, signed_in):
    idea, client = making.published(office), signed_in(office.neighbour)
    page = client.get(idea.get_absolute_url())
    assert reverse("ideas:support", args=[idea.number]) in page.text
    client.post(reverse("ideas:support", args=[idea.number]))
    assert fresh(idea).supports == 1
    assert reverse("ideas:take_back", args=[idea.number]) in client.get(idea.get_absolute_url()).text
    client.post(reverse("ideas:take_back", args=[idea.number]))
    assert fresh(idea).supports == 0


def test_a_stranger_is_asked_to_sign_in(office, client):
    idea = making.published(office)
    response = client.post(reverse("ideas:support", args=[idea.number]))
    assert "login" in response.url
    assert fresh(idea).supports == 0
    assert client.get(reverse("ideas:support", args=[idea.number])).status_code == 405
