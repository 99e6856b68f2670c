"""The staff's list, the screen of an idea, calls as snippets, what is held of a person."""

import pytest
from django.urls import reverse

from accounts import mydata
from participation.ideas.models import Idea, IdeaCall
from tests.factories import editor, official
from tests.participation.ideas import making

pytestmark = pytest.mark.django_db


def test_every_heap_holds_what_waits(office, signed_in, clock):
    for state in ("moderation", "evaluation", "evaluated", "implementation"):
        making.in_state(office, state)
    making.draft(office)
    client = signed_in(office.head)
    heaps = {tab["url"]: tab["count"] for tab in client.get("/admin/idei/").context["tabs"]}
    assert heaps == {
        "?tab=moderate": 1, "?tab=ready": 0, "?tab=evaluate": 1, "?tab=decide": 1, "?tab=work": 1, "?tab=news": 0, "?tab=all": 4,
    }  # fmt: skip
    clock.shift(60 * 60 * 24 * 20)
    client = signed_in(office.head)
    assert client.get("/admin/idei/?tab=news").context["page_obj"].object_list[0].state == "implementation"
    assert client.get("/admin/idei/?tab=%00&call=x&page=-5&q='").status_code == 200


def test_an_official_sees_the_own_units_ideas_and_an_editor_none(office, signed_in):
    making.in_state(office, "moderation")
    assert signed_in(office.official).get("/admin/idei/").context["page_obj"].paginator.count == 1
    assert signed_in(official()).get("/admin/idei/").context["page_obj"].paginator.count == 0
    assert signed_in(editor()).get("/admin/idei/").status_code in (302, 403)


@pytest.mark.parametrize("state", ["moderation", "evaluated", "implementation", "done"])
def test_the_screen_of_an_idea_shows_what_is_known(office, signed_in, state):
    idea = making.in_state(office, state)
    page = signed_in(office.head).get(reverse("casework_staff:case", args=[idea.pk]))
    assert page.status_code == 200
    assert ("12 000,50" in page.text.replace("\xa0", " ")) == (state != "moderation")


def test_a_step_is_taken_on_the_screen(office, signed_in):
    idea = making.in_state(office, "evaluation")
    address = reverse("casework_staff:transition", args=[idea.pk, "report"])
    client = signed_in(office.official)
    assert "Земля належить громаді?" in client.get(address).text
    assert client.post(address, {"feasibility": "ready"}).status_code == 422
    client.post(address, making.evaluation(office.call))
    assert Idea.objects.get(pk=idea.pk).state == "evaluated"


def test_a_call_is_kept_as_a_snippet(office, signed_in):
    client = signed_in(office.head)
    address = reverse("wagtailsnippets_ideas_ideacall:add")
    assert client.get(address).status_code == 200
    empty = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}
    fields = {
        "title": "Парк", "question": "Що в парку?", "opens_on": "2026-11-23", "channels": ["web", "desk"], "review": "before",
        "supports_each": 0, "support_goal": 0, "edit_days": 3,
        **{f"{name}-{key}": value for name in ("fields", "checks") for key, value in empty.items()},
    }  # fmt: skip
    assert client.post(address, {**fields, "closes_on": "2026-11-01"}).status_code == 200
    answer = client.post(address, fields)
    assert answer.status_code == 302, answer.context["form"].errors
    call = IdeaCall.objects.get(slug="park")
    assert (call.channels, call.is_published) == (["web", "desk"], False)


def test_what_is_held_of_a_person_is_given_and_forgotten(office):
    shown, kept = making.published(office), making.draft(office, title="Чернетка")
    given = mydata.export(office.author)["ideas"]
    assert {row["number"] for row in given["ideas"]} == {shown.number, kept.number}
    mydata.erase(office.author)
    assert Idea.objects.get(pk=kept.pk).public_text == ""
    assert Idea.objects.get(pk=shown.pk).public_title == "Навіс на зупинці"
