"""Strangers send anything: never a 500, never markup that runs, always a message beside the field."""

import string

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from casework.models import Case
from participation.inquiries.forms.intake import RequestForm
from participation.inquiries.forms.suggestion import SuggestionForm
from participation.inquiries.models import SuggestionTopic

ATTACK = "<script>alert(1)</script>"
NASTY = [
    ATTACK, '"><img src=x onerror=alert(1)>', "=cmd|' /C calc'!A0", "+1+1", "-1", "0", "-99999999999999999999", "99999999999999999999",
    "\x00", "\x1b[2J", "\ud800", "\u202egpj.exe", "я" * 1_000_000, "{{ 7|add:7 }}", "{% include 'x' %}", "' OR 1=1 --", "%s%n", "NaN", "1e999",
    "a@" + "b" * 300 + ".org", "é́́́" * 50, "\r\nBcc: all@example.org", "🤷‍♀️", " ", "\u3000", "../../etc/passwd", "None", "[]", "true",
]  # fmt: skip
FILES = [
    b"MZ\x90\x00",
    b"<svg onload=alert(1)>",
    b"PK\x03\x04broken",
    b"\x89PNG\r\n\x1a\nbroken",
    b"#!/bin/sh",
    b"",
    b"%PDF-1.7",
]
anything = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=300), st.integers().map(str), st.text(string.printable, max_size=80)
)
SLOW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def visible(form_class):
    return sorted(set(form_class.base_fields) - {"attachments"})


def typed(form_class):
    return st.dictionaries(st.sampled_from(visible(form_class)), anything, max_size=8)


def encoded(values):
    """What a browser could send: lone surrogates become what a broken client would send instead."""
    return {name: value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for name, value in values.items()}


class HostileForms(TestCase):
    """Whatever is posted is taken in, or comes back with a message beside each wrong field."""

    def judge(self, answer):
        assert answer.status_code in {200, 302, 400, 413, 429}, answer.status_code
        if answer.status_code != 200:
            return
        form, page = answer.context["form"], answer.content.decode()
        assert ATTACK not in page
        assert "onerror=alert(1)>" not in page
        for name in form.errors:
            assert name == "__all__" or f'id="id_{name}_error"' in page or form[name].is_hidden, name

    @SLOW
    @given(typed(RequestForm))
    def test_request(self, values):
        self.judge(Client(REMOTE_ADDR=address()).post(reverse("inquiries:request"), encoded(values)))

    @SLOW
    @given(typed(SuggestionForm))
    def test_suggestion(self, values):
        SuggestionTopic.objects.get_or_create(name="Дороги")
        self.judge(Client(REMOTE_ADDR=address()).post(reverse("inquiries:suggestion"), encoded(values)))

    @SLOW
    @given(
        st.sampled_from(FILES), st.sampled_from(["a.pdf", "a.pdf.exe", "../a.png", ATTACK + ".png", "\u202egnp.exe"])
    )
    def test_foreign_files(self, content, name):
        fields = {
            "name": "Ганна",
            "email": "h@example.org",
            "description": "?",
            "attachments": [SimpleUploadedFile(name, content)],
        }
        self.judge(Client(REMOTE_ADDR=address()).post(reverse("inquiries:request"), fields))

    @SLOW
    @given(st.dictionaries(st.sampled_from(["q", "state", "year", "page", "kind", "print", "x"]), anything, max_size=5))
    def test_query_strings(self, values):
        values = {name: value[:3000] for name, value in encoded(values).items()}
        for name in (
            "register",
            "register_csv",
            "register_json",
            "register_feed",
            "request_blank",
            "hub",
            "request",
            "suggestion",
        ):
            answer = Client().get(reverse(f"inquiries:{name}"), values)
            assert answer.status_code in {200, 400, 404, 413, 414}, (name, answer.status_code)
            if not answer.streaming:
                assert ATTACK not in answer.content.decode()

    @SLOW
    @given(anything)
    def test_numbers_in_the_address(self, number):
        part = encoded({"n": number})["n"][:500].replace("/", "") or "x"
        if part.strip(".") == "":
            part = "x"
        for name in ("detail", "preview"):
            assert Client().get(reverse(f"inquiries:{name}", args=[part])).status_code in {200, 400, 404}


_senders = iter(range(1, 2**31))


def address():
    """A new sender each time, so that limits do not answer instead of the form."""
    number = next(_senders)
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


@pytest.mark.django_db
def test_what_was_typed_as_markup_stays_words(client):
    fields = {"name": ATTACK, "email": "h@example.org", "description": ATTACK, "document_details": "=1+1"}
    page = client.post(reverse("inquiries:request"), fields, follow=True)
    assert ATTACK not in page.content.decode()
    case = Case.objects.get()
    assert ATTACK not in client.get(reverse("casework:case", args=[case.number])).content.decode()


@pytest.mark.django_db
def test_a_megabyte_of_text_is_answered_beside_the_field(client):
    answer = client.post(
        reverse("inquiries:request"), {"name": "Г", "email": "h@example.org", "description": "я" * 1_000_000}
    )
    assert list(answer.context["form"].errors) == ["description"]
