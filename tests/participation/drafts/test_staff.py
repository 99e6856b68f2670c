"""The screens of officials."""

import pytest
from django.urls import reverse
from django.utils import timezone

from participation.drafts import services
from participation.drafts.models import Consultation, Document
from participation.drafts.staff.access import LARGEST_ID
from tests.factories import editor, head, official, resident
from tests.participation.drafts.making import (
    TEXTS,
    draft,
    ended,
    fresh,
    next_version,
    opened,
    published,
    say,
    upload,
    word,
)
from tests.participation.drafts.test_identity import DOUBT

pytestmark = pytest.mark.django_db
SCREENS = ("screen", "edit", "add_version", "settle", "publish", "consultation", "comments")


def url(name, *args):
    return reverse(f"drafts_staff:{name}", args=args)


def test_an_official_imports_begins_and_opens(signed_in, clock):
    own = official()
    client = signed_in(own)
    facts = {"title": "Правила тиші", "kind": "rules", "lead": "", "unit": own.unit_id, "file": upload(word())}
    answer = client.post(url("create"), facts)
    document = Document.objects.get()
    assert answer.headers["Location"] == url("screen", document.pk)
    assert document.newest.paragraphs.count() == 4
    client.post(url("consultation", document.pk), {"profile": "draft-act"})
    case = Consultation.objects.get()
    assert (case.state, case.assignee, case.unit) == ("draft", own, own.unit)
    client.post(url("consultation", document.pk), {"profile": "general"})
    assert Consultation.objects.count() == 1
    screen = client.get(url("screen", document.pk)).content.decode()
    assert reverse("casework_staff:transition", args=[case.pk, "open"]) in screen
    last = timezone.localdate() + timezone.timedelta(days=30)
    client.post(reverse("casework_staff:transition", args=[case.pk, "open"]), {"closes_on": last.isoformat()})
    assert fresh(document).thread.takes_comments()
    assert client.get(reverse("casework_staff:case", args=[case.pk])).status_code == 200


def test_doubtful_paragraphs_are_settled_on_a_screen(signed_in):
    document = published()
    client = signed_in(document.created_by)
    answer = client.post(
        url("add_version", document.pk), {"file": upload(word(TEXTS[0], DOUBT, *TEXTS[2:])), "note": "Уточнили."}
    )
    assert answer.headers["Location"] == url("settle", document.pk)
    row = fresh(document).newest.paragraphs.get(text=DOUBT)
    html = client.get(url("settle", document.pk)).content.decode()
    assert f'name="p{row.pk}"' in html
    assert client.post(url("settle", document.pk), {f"p{row.pk}": "<b>"}).status_code == 422
    assert client.post(url("settle", document.pk), {f"p{row.pk}": "2"}).status_code == 302
    row.refresh_from_db()
    assert (row.label, row.match) == ("2", "confirmed")


def test_comments_are_decided_one_after_another(signed_in, clock):
    case, own, (first, second) = ended(clock, "Перше.", "Друге.")
    client = signed_in(own)
    pk = case.document_id
    assert client.post(url("decide", pk, first.pk), {"verdict": "rejected"}).status_code == 422
    answer = client.post(url("decide", pk, first.pk), {"verdict": "rejected", "reason": "Закон."})
    assert answer.headers["Location"] == url("decide", pk, second.pk)
    answer = client.post(url("decide", pk, second.pk), {"verdict": "accepted", "reason": ""})
    assert answer.headers["Location"] == url("comments", pk)
    html = client.get(url("comments", pk)).content.decode()
    assert "Закон." in html
    assert "Перше." not in client.get(url("comments", pk), {"only": "waiting"}).content.decode()
    assert client.get(url("table_file", pk, "docx")).status_code == 200
    assert client.get(url("table_file", pk, "exe")).status_code == 404


@pytest.mark.parametrize("name", SCREENS)
def test_a_draft_exists_only_for_its_unit_and_the_head(signed_in, name):
    document = published()
    allowed = {document.created_by: True, head(): True, official(): False, editor(): False, resident(): False}
    for user, may in allowed.items():
        status = signed_in(user).get(url(name, document.pk)).status_code
        assert (status in {200, 302}) == may or (name == "publish" and may and status == 404), (name, user)
    assert signed_in(head()).get(url(name, LARGEST_ID + 1)).status_code == 404


def test_a_version_is_published_without_a_consultation(signed_in):
    document = draft()
    client = signed_in(document.created_by)
    assert client.get(url("publish", document.pk)).status_code == 200
    client.post(url("publish", document.pk))
    assert fresh(document).current.number == 1
    next_version(fresh(document), *TEXTS[:2])
    services.start_consultation(fresh(document), actor=document.created_by)
    assert client.get(url("publish", document.pk)).status_code == 404


def test_lists_cost_the_same_for_many(signed_in, clock, constant_queries):
    own = official()
    client = signed_in(own)

    def more(number):
        for _each in range(number):
            opened(actor=own)

    constant_queries(lambda: client.get(url("index")), more, few=2, more=6)
    document = Consultation.objects.first().document

    def comments(number):
        for place in range(number):
            say(document, f"Зауваження {place}.", str(place % 4 + 1))

    constant_queries(lambda: client.get(url("comments", document.pk)), comments, few=2, more=10)
