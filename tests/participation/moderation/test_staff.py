"""The moderators' screens: one queue for all kinds, deciding with the text in view, undoing, answering, history."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from participation.moderation import kinds, services
from participation.moderation.models import Contribution
from tests.factories import head, press_officer, resident
from tests.participation.moderation.making import WORDS, hidden, reported, written

pytestmark = pytest.mark.django_db
QUEUE = "/admin/moderatsiia/"


def screen(row):
    return reverse("moderation_staff:screen", args=[row.pk])


def test_every_registered_kind_reaches_the_queue_with_its_words(signed_in):
    client = signed_in(head())
    for kind in kinds.all_kinds():
        words = f"Слова виду {kind.key}"
        row = services.open_contribution(kind.key, author=resident(), text=words)
        services.report(row, actor=resident(), reason="insult")
        page = client.get(QUEUE, {"kind": kind.key}).content.decode()
        assert words in page, kind.key
        assert screen(row) in page, kind.key


def test_every_model_that_points_at_a_contribution_has_a_kind_of_its_own():
    pointing = [relation for relation in Contribution._meta.related_objects if relation.one_to_one]
    assert len(kinds.all_kinds()) >= len(pointing)


def test_reported_held_and_appealed_texts_wait_in_one_list_the_longest_first(signed_in, clock):
    first, held = reported(written(text="Перший")), written(text="Другий", held=True)
    row, decision = hidden(by=press_officer())
    services.appeal(decision, actor=row.author, text="Не згода")
    client = signed_in(head())
    page = client.get(QUEUE)
    assert [card.contribution for card in page.context["cards"]] == [first, held, row]
    assert "Не згода" in page.content.decode()
    for what, found in (("reports", first), ("held", held), ("appeal", row)):
        assert [card.contribution for card in client.get(QUEUE, {"waits": what}).context["cards"]] == [found]
    assert [card.contribution for card in client.get(QUEUE, {"tab": "hidden"}).context["cards"]] == [row]
    assert len(client.get(QUEUE, {"tab": "all", "q": "Друг"}).context["cards"]) == 1
    assert client.get(QUEUE, {"tab": "нема", "page": "x", "kind": "?"}).status_code == 200


def test_a_decision_is_made_beside_the_text_and_undone(signed_in, clock):
    row, client = reported(written()), signed_in(head())
    refused = client.post(screen(row), {"verb": "hide"})
    assert refused.status_code == 422
    assert WORDS in refused.content.decode()
    assert client.post(screen(row), {"verb": "hide", "reason": "other"}).status_code == 422
    done = client.post(screen(row), {"verb": "hide", "reason": "insult", "explanation": "Лайка"}, follow=True)
    row.refresh_from_db()
    assert row.state == "hidden"
    assert done.redirect_chain[-1][0] == QUEUE
    assert row.decisions.get().explanation == "Лайка"
    late = client.post(screen(row), {"verb": "hide", "reason": "insult"})
    assert late.status_code == 422
    client.post(reverse("moderation_staff:undo", args=[row.decisions.get().pk]))
    row.refresh_from_db()
    assert row.state == "visible"
    assert row.waits_since


def test_several_ticked_texts_are_decided_and_undone_together(signed_in, clock):
    rows, client = [reported(written()) for _number in range(3)], signed_in(head())
    many = reverse("moderation_staff:many")
    client.post(many, {"texts": [row.pk for row in rows], "verb": "hide"})
    assert Contribution.objects.filter(state="hidden").count() == 0
    client.post(many, {"texts": [*(row.pk for row in rows), "x", str(2**80)], "verb": "hide", "reason": "spam"})
    assert Contribution.objects.filter(state="hidden").count() == 3
    decision = rows[0].decisions.get()
    client.post(reverse("moderation_staff:undo", args=[decision.pk]), {"whole": "1"})
    assert Contribution.objects.filter(state="hidden").count() == 0


def test_own_words_stand_in_the_queue_without_buttons(signed_in):
    me = head()
    row = reported(written(me))
    page = signed_in(me).get(screen(row))
    assert page.context["card"].is_own
    assert page.context["card"].verbs == []
    assert b'name="verb"' not in page.content


def test_an_appeal_is_answered_on_its_page_by_another_person_only(signed_in, clock):
    first, second = head(), press_officer()
    row, decision = hidden(by=first)
    appeal = services.appeal(decision, actor=row.author, text="Прошу поглянути ще раз")
    page = reverse("moderation_staff:answer", args=[appeal.pk])
    assert b'name="answer"' not in signed_in(first).get(page).content
    signed_in(first).post(page, {"upheld": "no", "answer": "Ні"})
    appeal.refresh_from_db()
    assert appeal.state == "open"
    client = signed_in(second)
    assert client.post(page, {"upheld": "yes", "answer": ""}).status_code == 422
    client.post(page, {"upheld": "yes", "answer": "Згода"})
    row.refresh_from_db()
    assert row.state == "visible"


def test_the_history_is_filtered_and_taken_as_tables(signed_in, clock):
    moderator = head()
    hidden(by=moderator)
    services.decide(reported(written()), "keep", actor=moderator)
    client, page = signed_in(moderator), reverse("moderation_staff:history")
    assert len(client.get(page).context["page_obj"].object_list) == 2
    assert len(client.get(page, {"verb": "hide", "since": "2026-11-23"}).context["page_obj"].object_list) == 1
    assert len(client.get(page, {"since": "2026-11-24"}).context["page_obj"].object_list) == 0
    assert client.get(page, {"verb": "?", "since": "колись"}).status_code == 200
    table = b"".join(client.get(reverse("moderation_staff:history_table", args=["csv"]))).decode()
    assert WORDS in table
    assert client.get(reverse("moderation_staff:history_table", args=["xlsx"])).status_code == 200
    assert client.get(reverse("moderation_staff:history_table", args=["pdf"])).status_code == 404


@pytest.mark.parametrize("key", [0, 999, 2**63, 2**70])
def test_what_does_not_exist_is_not_found(signed_in, key):
    client = signed_in(head())
    for name in ("screen", "answer"):
        assert client.get(reverse(f"moderation_staff:{name}", args=[key])).status_code == 404


def test_the_queue_costs_the_same_for_any_number(signed_in, constant_queries, clock):
    client = signed_in(head())

    def make(number):
        for _each in range(number):
            row, decision = hidden(by=moderator)
            services.appeal(decision, actor=row.author, text="Ні")
            reported(written())

    moderator = press_officer()
    constant_queries(lambda: client.get(QUEUE), make, few=3, more=9)


def test_a_kind_whose_room_is_gone_does_not_break_the_queue(signed_in, monkeypatch):
    row = reported(written())
    Contribution.objects.filter(pk=row.pk).update(kind="gone")
    assert signed_in(head()).get(QUEUE).status_code == 200


def test_deciding_about_a_comment_without_a_room_row_changes_only_the_words():
    row = written()
    with pytest.raises(ObjectDoesNotExist):
        assert row.comment
    services.decide(row, "hide", actor=head(), reason="spam")
    row.refresh_from_db()
    assert row.state == "hidden"
