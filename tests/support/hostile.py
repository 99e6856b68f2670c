"""What strangers send: values that have broken sites, random ones, raw bytes, foreign files; and how an answer is judged."""

import string
from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

ATTACK = "<script>alert(1)</script>"
MEGABYTE = "я" * 524_288
NASTY = [
    ATTACK, '"><img src=x onerror=alert(1)>', "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "-1", "0", "9" * 20, "-" + "9" * 20,
    "\x00", "\x1b[2J\x0b\x0c", "\ud800", "\u202egpj.exe", "{{ 7|add:7 }}", "{% include 'x' %}", "' OR 1=1 --", "%s%n",
    "NaN", "1e999", "۱۲", "²", "a@" + "b" * 300 + ".org", "é́́́" * 50, "\r\nBcc: all@example.org", "🤷‍♀️", " ", "\u3000",
    "../../etc/passwd", "None", "[]", "true", "on", "0001-01-01", "9999-12-31", "javascript:alert(1)", "//evil.example",
    "a" * 5_000,
]  # fmt: skip
RUNS = (ATTACK, "onerror=alert(1)>", 'href="javascript:')  # what a page must never hold
REFUSED_FILES = [
    b"MZ\x90\x00", b"PK\x03\x04broken", b"\x89PNG\r\n\x1a\nbroken", b"", b"\x00" * 2_000, b"\xff\xfe<\x00s\x00",
    b"GIF89a<script>", b"\x7fELF\x02",
]  # fmt: skip
FILES = [
    *REFUSED_FILES,
    b"<svg onload=alert(1)>",
    b"#!/bin/sh",
    b"%PDF-1.7",
]  # the rest is kept as plain text, or a PDF
FILE_NAMES = ["a.pdf", "a.pdf.exe", "../a.png", f"{ATTACK}.png", "\u202egnp.exe", "a" * 400 + ".pdf", "con.php"]
BROKEN_BYTES = [b"\xff\xfe\xed\xa0\x80", b"%ff%fe%ed%a0%80", b"%", b"%u0430", b"\xc3\x28", b"%00", b"+%F4%90%80%80"]

texts = st.one_of(st.text(max_size=200), st.integers().map(str), st.text(string.printable, max_size=80))
values = st.one_of(st.sampled_from(NASTY), texts)
files = st.builds(SimpleUploadedFile, st.sampled_from(FILE_NAMES), st.sampled_from(FILES))

_senders = count(1)


def patient(examples):
    """Settings of hypothesis for examples that each open a page."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    return settings(max_examples=examples, deadline=None, suppress_health_check=slow)


def sender():
    """A new sender's address each time, so that limits do not answer instead of the form."""
    number = next(_senders)
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def sendable(value):
    """What a browser could send: half a character becomes what a broken client would send instead."""
    return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def form_data(fields):
    """A strategy of what is typed into some of `fields`."""
    return st.dictionaries(st.sampled_from(fields), values.map(sendable), max_size=len(fields))


def judge(answer, where=""):
    """Assert that an answer is none of ours to be ashamed of: no error, no markup of strangers, messages beside fields."""
    assert answer.status_code in {200, 301, 302, 400, 401, 403, 404, 405, 409, 413, 414, 422, 429}, (
        where,
        answer.status_code,
    )
    page = "" if answer.streaming else answer.content.decode(errors="replace")
    assert not any(part in page for part in RUNS), where
    form = (answer.context or {}).get("form") if answer.status_code in {200, 422} else None
    for name in getattr(form, "errors", ()):
        beside = (
            f'id="id_{name}_error"' in page or f'id="{form[name].auto_id}_error"' in page
            if name in form.fields
            else True
        )
        assert beside or form[name].is_hidden, (where, name)
    return answer
