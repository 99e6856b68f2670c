"""The public pages: filters, orders, places, downloads, the page of a service, the hub."""

import io
import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from bench import ideas as bench
from participation import openings
from participation.ideas import hub, services
from participation.ideas.models import Idea, IdeaTag
from participation.ideas.places import picture, points_of
from tests.cms.services.make import service
from tests.factories import resident, settlement
from tests.participation.ideas import making
from tests.support.many import many_cases

pytestmark = pytest.mark.django_db
LIST = "/uchast/idei/"


def titles(client, query=""):
    """The titles that the list shows, in their order."""
    return [idea.public_title for idea in client.get(LIST + query).context["page_obj"]]


def test_filters_and_orders(office, client, clock):
    tag, place = IdeaTag.objects.create(name="Безпека", slug="bezpeka"), settlement("Озерне")
    other = making.call(title="Інший заклик", unit=office.call.unit)
    making.published(office, title="Перша", tags=[tag])
    clock.shift(60)
    second = making.published(office, title="Друга", settlement=place, call=other)
    services.support(second, user=office.neighbour)
    clock.shift(60)
    making.step(making.published(office, title="Третя ідея"), "withdraw", office.author, reason="Так")
    making.draft(office, title="Чернетка")
    assert titles(client) == ["Третя ідея", "Друга", "Перша"]
    assert titles(client, "?order=support")[0] == "Друга"
    assert titles(client, "?q=третя+ідея") == ["Третя ідея"]
    assert titles(client, "?tag=bezpeka") == ["Перша"]
    assert titles(client, f"?settlement={place.pk}") == ["Друга"]
    assert titles(client, f"?call={other.slug}") == ["Друга"]
    assert titles(client, "?state=withdrawn") == ["Третя ідея"]
    assert titles(client, "?state=draft") == ["Третя ідея", "Друга", "Перша"]
    assert titles(client, "?service=1") == []


SPOILED = (
    "?page=-1&order=x&settlement=abc&tag=%00&call=%27&q=%F4%90",
    "?service=99999999999999999999&state=nowhere&page=999999&q=%25_%22",
)


@pytest.mark.parametrize("name", ["list", "places", "calls", "new", "similar", "csv", "json"])
def test_no_query_breaks_a_page(office, client, name):
    making.published(office)
    for query in SPOILED:
        answer = client.get(reverse(f"ideas:{name}") + query)
        assert answer.status_code in (200, 404)
        if answer.streaming:
            assert b"".join(answer.streaming_content)


def many_ideas(office):
    """A function that adds public ideas with everything beside them."""

    def make(number):
        cases = many_cases(
            number,
            procedure="idea",
            state="published",
            visibility="register",
            public_title="Навіс на зупинці",
            public_text="Т",
        )
        rows = [bench.idea_row(*parts, [office.call] * 5) for parts in bench.parts_of(cases)]
        Idea._base_manager.all()._batched_insert(rows, Idea._meta.local_concrete_fields, batch_size=None)

    return make


@pytest.mark.parametrize("query", ["", "?order=support", "?q=навіс", "mistsia/", "zaklyky/zatyshni-zupynky/"])
def test_lists_cost_the_same_for_any_number(office, client, constant_queries, query):
    constant_queries(lambda: client.get(LIST + query), many_ideas(office), few=25, more=100)


def test_the_staffs_list_costs_the_same_for_any_number(office, signed_in, constant_queries):
    client = signed_in(office.head)
    constant_queries(lambda: client.get("/admin/idei/"), many_ideas(office), few=35, more=60)


def test_the_page_of_an_idea_asks_no_more_for_more(office, client, constant_queries):
    idea = making.evaluated(office)

    def more(number):
        for _time in range(number):
            given = {"owner": office.official, "next_update_on": making.days_ahead(3), "text": "Так"}
            making.step(idea, "answer", office.official, **given)

    constant_queries(lambda: client.get(idea.get_absolute_url()), more, few=2, more=6)


def test_downloads_hold_what_is_public_and_no_names(office, client):
    idea = making.published(office, title="=Навіс", place="зупинка")
    services.support(idea, user=office.neighbour)
    making.draft(office, title="Чернетка")
    rows = json.loads(b"".join(client.get(LIST + "dani.json").streaming_content))["ideas"]
    assert [(row["number"], row["supports"], row["state"]) for row in rows] == [(idea.number, 1, "published")]
    table = b"".join(client.get(LIST + "dani.csv").streaming_content).decode()
    assert "'=Навіс" in table
    assert not {"Чернетка", "Ганна", "hanna"} & set(table.replace(";", " ").split())
    sheet = load_workbook(io.BytesIO(b"".join(client.get(LIST + "dani.xlsx").streaming_content))).active
    assert sheet.max_row == 2


def test_points_are_numbered_from_the_north_and_drawn_in_proportion(office, client):
    south = making.published(office, title="Південь", latitude="50.00000", longitude="30.00000")
    north = making.published(office, title="Північ", latitude="50.10000", longitude="30.10000")
    making.published(office, title="Без точки")
    points = points_of(Idea.objects.listed())
    assert [(point.number, point.idea) for point in points] == [(1, north), (2, south)]
    first, second = picture(points)["dots"]
    assert first["y"] < second["y"]
    assert first["x"] > second["x"]
    assert picture(points[:1])["dots"][0]["x"] == 24
    assert picture([]) is None
    page = client.get(LIST + "mistsia/").text
    assert page.index("Північ") < page.index("Південь")


def test_the_history_and_earlier_answers_can_be_read(office, client):
    idea = making.published(office)
    making.step(idea, "edit", office.author, title="Нове", text="Нове", place="")
    for text in ("Перша відповідь", "Друга відповідь"):
        making.step(
            idea, "answer", office.official, text=text, owner=office.official, next_update_on=making.days_ahead(3)
        )
    page = client.get(idea.get_absolute_url()).text
    assert reverse("ideas:history", args=[idea.number]) in page
    assert page.index("Друга відповідь") < page.index("Перша відповідь")
    assert making.TEXT in client.get(reverse("ideas:history", args=[idea.number])).text


@pytest.mark.parametrize("state", ["published", "evaluated", "implementation", "done", "rejected", "withdrawn"])
def test_every_public_state_has_a_page(office, client, state):
    idea = making.in_state(office, state)
    page = client.get(idea.get_absolute_url())
    assert page.status_code == 200
    assert str(idea.get_state_display()) in page.text
    assert len(page.content) < 60_000


def test_the_page_of_a_service_leads_here_only_while_a_call_asks(office, client):
    page = service("Довідка")
    assert "/uchast/idei/" not in client.get(page.url).text.split("<main")[1].split("</main>")[0]
    office.call.is_for_services = True
    office.call.save()
    assert f"/uchast/idei/nova/?service={page.pk}" in client.get(page.url).text
    idea = making.published(office, service=page)
    assert f"/uchast/idei/?service={page.pk}" in client.get(page.url).text
    assert titles(client, f"?service={page.pk}") == [idea.public_title]
    form = client.get(f"/uchast/idei/nova/?service={page.pk}")
    assert "Довідка" in form.text
    assert form.context["form"].initial["call"] == office.call


def test_the_hub_hears_of_calls_dates_and_decisions(office):
    now, today = timezone.now(), timezone.localdate()
    office.call.closes_on = today + timedelta(days=5)
    office.call.support_until = today + timedelta(days=9)
    office.call.save()
    rejected = making.in_state(office, "rejected")
    opening = next(each for each in openings.open_now(now) if each.kind == hub.KIND)
    assert (opening.title, timezone.localdate(opening.until)) == (office.call.title, office.call.closes_on)
    dates = [each.key for each in openings.between(now, now + timedelta(days=30)) if each.kind == hub.KIND]
    assert dates == [f"idea-call-{office.call.pk}-closes_on", f"idea-call-{office.call.pk}-support_until"]
    decided = next(each for each in openings.decided(now, 5) if each.kind == hub.KIND)
    assert (decided.title, decided.tone) == (rejected.public_title, "bad")
    later = now + timedelta(days=7)
    assert (
        next(each for each in openings.open_now(later) if each.kind == hub.KIND).until.date()
        == office.call.support_until
    )


def test_a_co_author_answers_on_the_page(office, signed_in):
    idea, friend = making.published(office), resident(name="Марія Сова")
    author = signed_in(office.author)
    address = reverse("ideas:co_authors", args=[idea.number])
    assert author.post(address, {"email": "не пошта"}).status_code == 422
    author.post(address, {"email": friend.email})
    assert friend.email in author.get(address).text
    assert signed_in(friend).get(address).status_code == 404
    answer = reverse("ideas:answer_invitation", args=[idea.number])
    assert answer in signed_in(friend).get(idea.get_absolute_url()).text
    signed_in(friend).post(answer, {"answer": "yes"})
    assert "Марія Сова" in author.get(address).text
