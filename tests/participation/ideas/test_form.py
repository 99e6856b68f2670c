"""The form: on the site it keeps a draft and shows similar ideas; at the desk it registers."""

from decimal import Decimal

import pytest
from django.urls import reverse

from casework.actors import Actor
from casework.intake import desk_form_of, file_case
from participation.ideas.models import CallField, Idea, IdeaTag
from participation.ideas.procedure import IDEA
from tests.cms.services.make import service
from tests.factories import settlement
from tests.participation.ideas import making

pytestmark = pytest.mark.django_db
NEW = "/uchast/idei/nova/"


def filled(office, **fields):
    """The least that is asked."""
    return {"call": office.call.pk, "title": "Лавка", "text": "Поставити лавку.", "name": "Ганна", **fields}


def test_the_way_from_the_form_over_similar_ideas_to_moderation(office, client):
    other = making.published(office, title="Лавка на зупинці", text="Поставити дерев’яну лавку.")
    answer = client.post(NEW, filled(office, title="Лавка на зупинці біля школи", email="hanna@example.org"))
    idea = Idea.objects.get(state="draft")
    assert answer.url == reverse("ideas:draft", args=[idea.number])
    page = client.get(answer.url).text
    assert other.get_absolute_url() in page
    answer = client.post(reverse("ideas:send", args=[idea.number]))
    assert answer.url.startswith("/sprava/talon/")
    assert Idea.objects.get(pk=idea.pk).state == "moderation"
    assert client.post(reverse("ideas:send", args=[idea.number])).url == reverse("ideas:draft", args=[idea.number])


def test_a_signed_in_author_publishes_at_once_where_the_rule_allows(office, signed_in):
    office.call.review = "after"
    office.call.save()
    client = signed_in(office.author)
    client.post(NEW, filled(office))
    idea = Idea.objects.get()
    assert client.post(reverse("ideas:send", args=[idea.number])).url == idea.get_absolute_url()
    assert client.get(reverse("ideas:draft", args=[idea.number])).url == idea.get_absolute_url()


def test_a_draft_opens_for_nobody_else(office, client, signed_in):
    idea = making.draft(office)
    address = reverse("ideas:draft", args=[idea.number])
    assert signed_in(office.author).get(address).status_code == 200
    assert signed_in(office.neighbour).get(address).status_code == 404
    assert client.get(address).status_code == 404
    assert client.post(reverse("ideas:send", args=[idea.number])).status_code == 404
    assert client.get(idea.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("fields", "beside"),
    [
        ({"title": ""}, "title"),
        ({"text": " "}, "text"),
        ({"name": ""}, "name"),
        ({"call": "-1"}, "call"),
        ({"call": "x" * 50}, "call"),
        ({"latitude": "50.1"}, "longitude"),
        ({"latitude": "10", "longitude": "30"}, "latitude"),
        ({"latitude": "схід", "longitude": "30"}, "latitude"),
        ({"email": "не пошта"}, "email"),
        ({"tags": ["0"]}, "tags"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(office, client, fields, beside):
    IdeaTag.objects.create(name="Безпека", slug="bezpeka")
    answer = client.post(NEW, filled(office, **fields))
    assert beside in answer.context["form"].errors
    assert not Idea.objects.exists()


def test_the_place_the_tags_and_the_service_are_kept(office, client):
    tag, page = IdeaTag.objects.create(name="Безпека", slug="bezpeka"), service("Довідка")
    given = {"latitude": "50,450127", "longitude": "30.5", "tags": [tag.pk], "service": page.pk, "place": "біля школи"}
    client.post(NEW, filled(office, settlement=settlement("Озерне").pk, **given))
    idea = Idea.objects.get()
    assert (idea.latitude, idea.longitude) == (Decimal("50.45013"), Decimal("30.50000"))
    assert list(idea.tags.all()) == [tag]
    assert (idea.service_id, idea.place, idea.settlement.name) == (page.pk, "біля школи", "Озерне")
    assert idea.unit == office.call.unit


def test_a_call_asks_fields_of_its_own(office, client):
    CallField.objects.create(call=office.call, label="Хто допоможе", kind="line", is_required=True)
    choice = CallField.objects.create(call=office.call, label="Ціна", kind="choice", choices="мало\nбагато")
    answer = client.post(NEW, filled(office))
    name = f"field_{office.call.fields.first().pk}"
    assert name in answer.context["form"].errors
    client.post(NEW, filled(office, **{name: "Сусіди", f"field_{choice.pk}": "мало"}))
    assert Idea.objects.get().answers_given == [["Хто допоможе", "Сусіди"], ["Ціна", "мало"]]


def test_a_call_takes_only_its_channels_and_its_territory(office, client):
    here = settlement("Озерне")
    office.call.settlements.add(here)
    office.call.channels = ["desk", "post"]
    office.call.save()
    errors = client.post(NEW, filled(office)).context["form"].errors
    assert {"call", "settlement"} <= set(errors)
    form = desk_form_of(IDEA)(filled(office, channel="phone", consent="on", settlement=here.pk))
    assert "channel" in form.errors
    form = desk_form_of(IDEA)(filled(office, channel="desk", consent="on", settlement=here.pk))
    assert form.is_valid(), form.errors
    assert file_case("idea", form, actor=Actor.person(office.desk)).case.state == "moderation"


def test_the_desk_fills_the_same_form(office, signed_in):
    client = signed_in(office.desk)
    address = reverse("casework_staff:desk", args=["idea"])
    assert "Лавка" not in client.get(address).text
    answer = client.post(address, filled(office, channel="post", consent="on", no_contact="on"))
    assert answer.status_code == 302
    assert Idea.objects.get().channel == "post"


def test_without_an_open_call_the_form_leads_to_the_suggestion_box(office, client):
    office.call.is_published = False
    office.call.save()
    assert reverse("inquiries:suggestion") in client.get(NEW).text


@pytest.mark.parametrize("query", ["?call=nema", "?service=999999", "?service=' OR 1", "?call=%00&service=-1"])
def test_a_spoiled_link_opens_the_plain_form(office, client, query):
    assert client.get(NEW + query).status_code == 200


def test_the_script_is_told_of_similar_ideas(office, client):
    idea = making.published(office, title="Навіс на зупинці")
    assert client.get("/uchast/idei/skhozhi/?q=навіс+на+зупинці").json()["ideas"][0]["url"] == idea.get_absolute_url()
    assert client.get("/uchast/idei/skhozhi/?q=на").json() == {"ideas": []}
