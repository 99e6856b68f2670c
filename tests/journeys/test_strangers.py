"""Strangers send anything to every public form and address: never a 500, never markup that runs, a message beside the field.

`DOORS` names the forms of requests, suggestions and accounts; those of participation, and every step that a table gives to an
applicant, stand in test_strangers_participation.py.
"""

from dataclasses import dataclass
from itertools import cycle
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accounts.models import User
from casework.models import Case
from casework.services.tracking import tracking_token
from participation.inquiries.models import SuggestionTopic
from tests import factories
from tests.cms.pages import news
from tests.participation.feedback.making import published
from tests.participation.inquiries import making
from tests.support.hostile import (
    BROKEN_BYTES,
    FILE_NAMES,
    MEGABYTE,
    NASTY,
    REFUSED_FILES,
    files,
    form_data,
    judge,
    patient,
    sendable,
    sender,
    values,
)
from tests.support.walking import public_addresses

INTAKE = ("idempotency_key", "opened", "website")
PERSON = ("name", "email", "postal_address", "phone", "settlement")


@dataclass(frozen=True)
class Door:
    """One public form: where it is posted, its fields, whose browser, which field takes files, where it is refused."""

    name: str
    fields: tuple
    address: str = ""
    event: str = ""
    answered: bool = False
    signed_in: bool = False
    file: str = ""


DOORS = (
    Door(
        "request",
        (
            "applicant_kind", "representative", "description", "document_details", "delivery", "urgent_reason",
            "publish_name", *PERSON, *INTAKE,
        ),
        "inquiries:request",
        file="attachments",
    ),
    Door("suggestion", ("text", "topic", "service", *PERSON, *INTAKE), "inquiries:suggestion"),
    Door("tracking", ("number", "code"), "casework:track"),
    Door("display", ("contrast", "text", "theme", "next"), "display"),
    Door("write to the office", ("text",), event="write_to_office", file="files"),
    Door("withdraw", ("reason", "confirm"), event="withdraw"),
    Door("complain", ("text",), event="appeal", answered=True),
    Door("rate", ("helped", "comment"), event="rate", answered=True),
    Door("details", ("name", "phone", "postal_address", "settlement", "language"), "accounts:profile", signed_in=True),
    Door("erase me", ("word", "password"), "accounts:erase", signed_in=True),
    Door("sign in", ("login", "password", "remember", "next"), "account_login"),
    Door("sign up", ("email", "password1", "password2", "name", "next"), "account_signup"),
    Door("forgotten password", ("email", "next"), "account_reset_password"),
)  # fmt: skip
LISTS = ("q", "state", "year", "month", "topic", "tag", "page", "p", "kind", "print", "number", "next", "section", "x")
BY_NAME = st.sampled_from(DOORS)


class Strangers(TestCase):
    """The whole public site with something in it, the same before every example."""

    @classmethod
    def setUpTestData(cls):
        """Fill the site: news, a summary, a request in work, an answered one, a resident."""
        SuggestionTopic.objects.get_or_create(name="Дороги")
        cls.news = news("Ремонт дороги", tags=["Дороги"])
        cls.summary, _theme, _cases = published(6)
        office = making.Office()
        cls.working, cls.answered = making.in_work(office), making.published(office)
        cls.resident = factories.resident()

    def browser(self, door=None):
        """A new sender who followed both requests by their secret links, signed in where the door needs it."""
        browser = Client(REMOTE_ADDR=sender())
        if door and door.signed_in:
            browser.force_login(self.resident)
        if door and door.event:
            browser.get(reverse("casework:link", args=[tracking_token(self.case_of(door))]))
        return browser

    def case_of(self, door):
        return self.answered if door.answered else self.working

    def address(self, door):
        return (
            reverse("casework:act", args=[self.case_of(door).number, door.event])
            if door.event
            else reverse(door.address)
        )

    def send(self, door, data, **more):
        return judge(self.browser(door).post(self.address(door), data, **more), door.name)

    def test_every_door_opens(self):
        for door in DOORS:
            assert self.browser(door).get(self.address(door)).status_code == 200, door.name

    def test_every_field_of_the_forms_is_named(self):
        for door in DOORS:
            form = self.browser(door).get(self.address(door)).context.get("form")
            missing = set(getattr(form, "fields", ())) - {*door.fields, door.file}
            assert not missing, (door.name, missing)

    @patient(90)
    @given(st.data(), BY_NAME)
    def test_anything_typed(self, data, door):
        self.send(door, data.draw(form_data(door.fields)))

    def test_every_nasty_value_at_every_door(self):
        for door in DOORS:
            for start in range(
                0, len(NASTY), 3
            ):  # three at a time, dealt out among the fields, so that each is read alone
                hand = cycle(NASTY[start : start + 3])
                self.send(door, {name: sendable(next(hand)) for name in door.fields})

    def test_a_megabyte_in_every_field(self):
        for door in DOORS:
            self.send(door, {door.fields[0]: MEGABYTE})
            answer = self.send(door, dict.fromkeys(door.fields[:4], MEGABYTE))
            assert answer.status_code in {200, 302, 413, 422}, door.name

    def test_broken_encodings(self):
        for door in DOORS:
            for raw in BROKEN_BYTES:
                body = b"&".join(name.encode() + b"=" + raw for name in door.fields)
                self.send(door, body, content_type="application/x-www-form-urlencoded")
            self.send(door, BROKEN_BYTES[0], content_type="multipart/form-data; boundary=x")
            self.send(door, b'{"a": ', content_type="application/json")

    @patient(30)
    @given(st.sampled_from([door for door in DOORS if door.file]), st.lists(files, max_size=3))
    def test_foreign_files(self, door, sent):
        words = {"text": "Ось файл.", "description": "Ось файл.", "name": "Ганна", "email": "h@example.org"}
        self.send(door, {**words, door.file: sent})

    def test_files_where_words_are_expected_and_words_where_files_are(self):
        for door in DOORS:
            self.send(door, {name: SimpleUploadedFile("a.txt", b"x") for name in door.fields})
            self.send(door, {door.file or "files": "words"})

    def test_a_foreign_file_is_refused_beside_its_field(self):
        for door in (door for door in DOORS if door.file):
            for name, content in zip(cycle(FILE_NAMES), REFUSED_FILES, strict=False):
                words = {"text": "Ось.", "description": "Ось.", "name": "Ганна", "email": "h@example.org"}
                answer = self.send(door, {**words, door.file: SimpleUploadedFile(name, content)})
                assert answer.status_code in {200, 422}, (door.name, name)
                assert answer.context["form"].errors[door.file], (door.name, name)

    def test_nothing_sent_is_told_beside_what_is_missing(self):
        for door in DOORS:
            answer = self.send(door, {})
            form = (answer.context or {}).get("form")
            if form is not None and any(field.required for field in form.fields.values()):
                assert form.errors, door.name

    def test_what_a_stranger_typed_never_runs_on_the_pages_that_show_it(self):
        for value in NASTY[:5]:
            self.send(
                DOORS[0], {"name": value, "email": "h@example.org", "description": value, "document_details": value}
            )
            self.send(DOORS[1], {"text": value, "name": value})
            self.send(DOORS[4], {"text": value})
        boss = Client()
        boss.force_login(factories.head())
        for case in Case.objects.all():
            browser = Client(REMOTE_ADDR=sender())
            judge(browser.get(reverse("casework:link", args=[tracking_token(case)]), follow=True), case.number)
            judge(browser.get(reverse("casework:receipt", args=[tracking_token(case)])), case.number)
            judge(boss.get(reverse("casework_staff:case", args=[case.pk])), case.number)
        judge(boss.get("/admin/vkhidni/?tab=all"), "inbox")

    # --- addresses and query strings ---

    @patient(60)
    @given(st.data())
    def test_any_query_of_any_list(self, data):
        address = data.draw(st.sampled_from(public_addresses()))
        query = data.draw(form_data(LISTS))
        judge(self.browser().get(address, {name: value[:1500] for name, value in query.items()}), address)

    def test_every_nasty_query_of_every_list(self):
        for address in public_addresses():
            for value in NASTY[::9]:
                judge(self.browser().get(address, dict.fromkeys(LISTS, sendable(value)[:150])), address)
            query = "&".join(
                f"{name}={raw.decode('latin-1')}" for name, raw in zip(LISTS, cycle(BROKEN_BYTES), strict=False)
            )
            judge(self.browser().get(f"{address}?{query}"), address)

    @patient(60)
    @given(st.sampled_from(["/sprava/{}/", "/sprava/talon/{}/", "/sprava/vhid/{}/", "/zvernennia/reiestr/{}/",
                            "/zvernennia/reiestr/{}/perehliad/", "/uchast/pidsumky/{}/", "/novyny/{}/", "/{}/",
                            "/uchast/pidsumky/{}/dani.json", "/uchast/pidsumky/{}/dani.csv", "/sitemap-{}.xml",
                            "/sprava/x/diia/{}/", "/oblikovyi-zapys/confirm-email/{}/", "/en/{}/", "/documents/{}/x"]),
           values)  # fmt: skip
    def test_anything_in_an_address(self, pattern, value):
        judge(self.browser().get(pattern.format(quote(sendable(value)[:200], safe=""))), pattern)

    def test_no_number_in_an_address_is_too_large(self):
        door = DOORS[4]
        for number in (0, 2**31, 2**63, 10**40):
            for address in (
                f"/sprava/fail/{number}/",
                f"/sprava/{self.working.number}/strok/{number}/",
                f"/zvernennia/reiestr/{self.answered.number}/fail/{number}/",
                f"/uchast/pidsumky/{self.summary.slug}/versiia-{number}/",
                f"/documents/{number}/x.pdf",
            ):
                assert self.browser(door).get(address).status_code == 404, address

    def test_a_language_that_is_not_spoken_is_not_found(self):
        for code in ("de", "uk-UA", "en-GB", "..", "%00", "xx" * 100):
            for address in (f"/{code}/", f"/{code}/uchast/pidsumky/"):
                judge(self.browser().get(address, headers={"accept-language": code}), address)

    def test_a_stranger_is_never_led_away(self):
        for door in DOORS:
            for target in ("//evil.example", "https://evil.example/", "javascript:alert(1)", "/\\evil.example"):
                answer = self.send(door, dict.fromkeys(door.fields, target), headers={"referer": target})
                assert "evil" not in answer.headers.get("Location", ""), door.name
                assert "javascript" not in answer.headers.get("Location", ""), door.name


def test_the_public_addresses_are_found():
    found = public_addresses()
    assert {"/uchast/pidsumky/", "/zvernennia/reiestr/", "/sprava/", "/vyhliad/", "/oblikovyi-zapys/login/"} <= set(
        found
    )


@pytest.mark.django_db
def test_nobody_is_erased_by_chance(client):
    user = factories.resident()
    client.force_login(user)
    for value in NASTY:
        client.post(reverse("accounts:erase"), {"word": sendable(value), "password": sendable(value)})
    assert User.objects.get(pk=user.pk).anonymised_at is None
