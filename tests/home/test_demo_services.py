"""The demo services as data: forty and more cards, each with everything that Article 8 of Law 5203-VI asks of a card."""

from collections import Counter
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

import pytest

from cms.models.services.facts import DocumentKind, TermUnit
from cms.models.services.pages import Receiving
from home.demo.services.english import TWINS
from home.demo.services.loader import AUDIENCES, PROVIDERS, SERVICES
from home.demo.services.shorthand import share

SLUGS = {entry["slug"] for entry in SERVICES}
EACH = pytest.mark.parametrize("entry", SERVICES, ids=lambda entry: entry["slug"])


def test_there_are_forty_different_services():
    assert len(SERVICES) >= 40
    assert [slug for slug, times in Counter(entry["slug"] for entry in SERVICES).items() if times > 1] == []
    assert [title for title, times in Counter(entry["title"] for entry in SERVICES).items() if times > 1] == []


@EACH
def test_a_card_is_complete(entry):
    for name in ("lead", "who", "documents", "fees", "terms", "result", "receive", "refusals", "acts", "steps"):
        assert entry[name], name
    assert entry["provider"] in PROVIDERS
    assert set(entry.get("audiences", ())) <= set(AUDIENCES)
    assert set(entry["receive"]) <= set(Receiving.values)
    assert len(entry["lead"]) <= 160


@EACH
def test_rows_are_of_known_kinds(entry):
    assert {row["kind"] for row in entry["documents"]} <= set(DocumentKind.values)
    assert {row["unit"] for row in entry["terms"]} <= set(TermUnit.values)
    for row in entry["fees"]:
        assert row.get("is_free") or row.get("amount") or row.get("amount_note")


@EACH
def test_steps_can_be_followed(entry):
    assert 2 <= len(entry["steps"]) <= 12
    assert entry["steps"][0]["joins"] == "then"
    assert all(set(step["where"]) <= {"centre", "online", "mobile"} for step in entry["steps"])


@EACH
def test_acts_of_law_are_dated_and_linked_to_the_state_archive_of_laws(entry):
    for row in entry["acts"]:
        assert row["number"], row["title"]
        assert date.fromisoformat(row["adopted_on"]) < date(2026, 11, 1)
        assert not row["url"] or urlsplit(row["url"]).hostname == "zakon.rada.gov.ua"


@EACH
def test_an_address_online_says_where_it_leads(entry):
    if "online" in entry:
        url, note = entry["online"]
        assert urlsplit(url).scheme == "https"
        assert note.startswith("Відкриється")


def test_a_share_of_the_subsistence_minimum_is_computed():
    row = share("для всіх", "0.015", "закон")
    assert (row["amount"], row["amount_note"]) == (
        Decimal("49.92"),
        "1,5 % прожиткового мінімуму для працездатних осіб",
    )


def test_english_twins_belong_to_services_and_tell_as_many_facts():
    services = {entry["slug"]: entry for entry in SERVICES}
    assert set(TWINS) <= SLUGS
    for slug, words in TWINS.items():
        assert len(words["fees"]) == len(services[slug]["fees"])
        assert len(words["terms"]) == len(services[slug]["terms"])
