"""A canary: no private word of a case ever appears on a public page, in a feed, a map, an export, a search or a foreign screen.

Every private field of a few cases holds a word of its own that begins with a mark; then everything that can be fetched is
fetched and none of the marks may be in it. `CASE` marks what belongs to a case, `POST` its e-mail address (the outbox shows
addresses to whoever sends letters again), `PERSON` what belongs to somebody's account.
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from casework.actors import Actor
from casework.models import Attachment, Case, Clock
from casework.services import submit
from participation.feedback import services as feedback
from participation.feedback.models import Theme
from tests import factories
from tests.cms.pages import news
from tests.participation.inquiries.making import Office, step
from tests.support.walking import everything_in, public_addresses, staff_addresses, walk

pytestmark = pytest.mark.django_db
CASE, POST, PERSON = "kanarkasprava", "kanarkaposhta", "kanarkaosoba"
HIDDEN = (CASE, POST, PERSON)
WORDS = (
    "лелеченя",
    "Вартість",
    "ремонт",
    "ЗПІ-2026",
    "example.org",
    "067",
)  # what the searches are asked; some are secret
MOST_PAGES = 250
PUBLIC_TITLE = "Вартість ремонту дороги"


def secret(field):
    """A private value that names the field it was put into and holds a word to search for."""
    return f"лелеченя {CASE}-{field}"


def attached(field):
    """A private file: its name and its content hold the mark."""
    return SimpleUploadedFile(f"{CASE}-{field}-nazva.txt", secret(f"{field}-zmist").encode())


def person(number):
    """Everything that an applicant tells about himself."""
    return {
        "name": secret("name"),
        "email": f"{POST}{number}@example.org",
        "phone": "0671112233",
        "postal_address": secret("address"),
        "representative": secret("representative"),
    }


def request_with_secrets(number, **more):
    """A request whose every private field is marked."""
    receipt = submit(
        "request",
        actor=Actor.applicant(),
        idempotency_key=f"canary-{number}",
        applicant=person(number),
        text=secret("text"),
        document_details=secret("document_details"),
        urgent_reason=secret("urgent_reason"),
        files=[attached("attachment")],
        scans=[attached("scan")],
        **more,
    )
    return receipt.case


def suggestion_with_secrets(number):
    """A suggestion with a marked text and contact."""
    return submit(
        "suggestion",
        actor=Actor.applicant(),
        idempotency_key=f"canary-suggestion-{number}",
        applicant=person(100 + number),
        text=secret("suggestion"),
    ).case


def work_on(case, office):
    """Let both sides write, take notes and draft an answer; every word is marked."""
    step(case, "assign", office.head, unit=office.unit, assignee=office.official)
    step(case, "write_to_office", None, text=secret("message-in"), files=[attached("message-in")])
    step(case, "write_to_applicant", office.official, text=secret("message-out"), files=[attached("message-out")])
    step(case, "ask_clarify", office.official, text=secret("clarify"))
    step(case, "note", office.official, text=secret("note"))
    answer = {"kind": "full", "text": secret("draft"), "files": [attached("answer")]}
    step(case, "draft", office.official, **answer)


def publish_edition(case, office):
    """Prepare a public edition that holds none of it."""
    step(case, "edit_public", office.official, public_title=PUBLIC_TITLE, public_text="Скільки коштував ремонт?")


@pytest.fixture
def office(clock):
    """Cases in the stages in which something could slip out, a summary over some, news, a resident with an account."""
    office = Office()
    answered = request_with_secrets(1)
    work_on(answered, office)
    step(answered, "approve", office.head)
    publish_edition(answered, office)
    step(answered, "edit_public_answer", office.official, public_text="Ремонт коштував 1 200 000 грн.")
    step(answered, "appeal", None, text=secret("complaint"))
    drafted = request_with_secrets(2)
    work_on(drafted, office)
    publish_edition(drafted, office)
    withdrawn = request_with_secrets(3)
    publish_edition(step(withdrawn, "assign", office.head, unit=office.unit, assignee=office.official), office)
    step(withdrawn, "withdraw", None, reason=secret("withdrawn"))
    request_with_secrets(4)
    request_with_secrets(5, suspicion=secret("suspicion"))
    summarise([suggestion_with_secrets(number).pk for number in range(6)], office)
    factories.resident(name=f"{PERSON} Олена", email=f"{PERSON}@example.org", phone="0671112233", postal_address=PERSON)
    news("Ремонт дороги", tags=["Дороги"])
    return office


def summarise(cases, office):
    """Publish a summary over suggestions."""
    boss = factories.head()
    summary = feedback.start_summary(
        actor=boss, title="Що ви сказали", period_from="2026-10-01", period_to="2026-11-30", unit=office.unit
    )
    feedback.add_cases(summary, cases, actor=boss)
    theme = Theme(title="Лавки", said="Бракує лавок.", position="accepted", reason="Поставимо.")
    feedback.place_cases(summary, feedback.save_theme(summary, theme, actor=boss), cases, actor=boss)
    feedback.submit(summary, actor=boss)
    feedback.publish(feedback.approve(summary, actor=office.head), actor=office.head)


def leaks(client, starts, allowed, marks, most=MOST_PAGES):
    """Every (address, mark) where a mark was found on a walk."""
    return [
        (address, mark)
        for address, _answer, words in walk(client, starts, allowed, most)
        for mark in marks
        if mark in words.lower()
    ]


def guessed():
    """Addresses of the cases, their files and terms that a stranger could guess."""
    for number in Case.objects.values_list("number", flat=True):
        for name in ("inquiries:detail", "inquiries:preview", "casework:case"):
            yield reverse(name, args=[number])
    for pk, number in Attachment.objects.values_list("pk", "case__number"):
        yield reverse("casework:attachment", args=[pk])
        yield reverse("inquiries:public_file", args=[number, pk])
    for pk, number in Clock.objects.values_list("pk", "case__number"):
        yield reverse("casework:clock", args=[number, pk])


def searched(addresses, parameters=("q",)):
    """Every list asked about what the cases hold."""
    return [f"{address}?{name}={word}" for address in addresses for name in parameters for word in WORDS]


def is_public(address):
    return not address.startswith(("/admin/", "/django-admin/"))


def test_the_marks_are_where_staff_read_them(office, signed_in):
    case = Case.objects.get(idempotency_key="canary-2")
    page = everything_in(signed_in(office.official).get(reverse("casework_staff:case", args=[case.pk])))
    for field in ("name", "address", "text", "document_details", "urgent_reason", "message-in", "message-out", "note"):
        assert f"{CASE}-{field}" in page, field
    for field in ("clarify", "draft", "attachment-nazva", "message-in-nazva", "answer-nazva"):
        assert f"{CASE}-{field}" in page, field
    assert POST in page


def test_the_public_edition_is_public(office, client):
    case = Case.objects.get(idempotency_key="canary-1")
    assert PUBLIC_TITLE in client.get(reverse("inquiries:register")).content.decode()
    assert "1 200 000 грн" in client.get(reverse("inquiries:detail", args=[case.number])).content.decode()


def in_ukrainian(address):
    return is_public(address) and not address.startswith("/en/")


@pytest.mark.parametrize(
    ("who", "allowed"), [("stranger", is_public), ("another resident", in_ukrainian), ("administrator", in_ukrainian)]
)
def test_nobody_finds_a_private_word_on_the_public_site(office, signed_in, who, allowed):
    client = Client() if who == "stranger" else signed_in(getattr(factories, who.rpartition(" ")[2])())
    starts = [*filter(allowed, public_addresses()), "/sitemap.xml", "/robots.txt", *guessed()]
    starts += searched(["/zvernennia/reiestr/", "/zvernennia/reiestr/dani.csv", "/novyny/", "/zvernennia/zapyt/"])
    found = leaks(client, starts, allowed, HIDDEN, most=len(starts) + MOST_PAGES)
    assert found == []


@pytest.mark.parametrize(("role", "marks"), [("editor", HIDDEN), ("administrator", (CASE,))])
def test_staff_who_see_no_cases_find_nothing_in_the_admin(office, signed_in, role, marks):
    client = signed_in(getattr(factories, role)())
    rows = [
        reverse(name, args=[pk])
        for pk in Case.objects.values_list("pk", flat=True)[:3]
        for name in ("casework_staff:case", "vkhidni_modeladmin_inspect", "vkhidni_modeladmin_history")
    ]
    starts = [*staff_addresses(), *rows, *searched(["/admin/reports/site-history/", "/admin/images/", "/admin/pages/"])]
    starts += searched(["/admin/vkhidni/", "/admin/letters/", "/admin/users/"], ("q", "export"))
    found = leaks(client, starts, staff_only, marks, most=len(starts) + MOST_PAGES)
    assert found == []


def staff_only(address):
    return address.startswith("/admin/")


def test_the_outbox_shows_an_administrator_addresses_and_nothing_else(office, signed_in):
    client, places = signed_in(factories.administrator()), set()
    for address, mark in leaks(client, staff_addresses(), staff_only, (POST,)):
        places.add((address.split("/")[2], mark))
    assert places <= {("letters", POST), ("mail-addresses", POST)}


def test_an_official_of_another_unit_finds_nothing_either(office, signed_in):
    client = signed_in(factories.official())
    starts = [*staff_addresses(), *searched(["/admin/vkhidni/"], ("q",))]
    starts += [f"/admin/vkhidni/?tab=all&export={form}" for form in ("csv", "xlsx")]
    assert leaks(client, starts, staff_only, HIDDEN) == []
