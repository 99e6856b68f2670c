"""Letters about the account: each is declared, renders in both languages, and those that open an account stay unread by staff."""

import pytest
from django.utils import timezone

from accounts.letters import LETTERS, write_letter
from core.models import Letter
from tests.factories import administrator

pytestmark = pytest.mark.django_db
CONTEXT = {
    "password_reset_url": "https://example.org/key/1",
    "activate_url": "https://example.org/key/2",
    "signup_url": "https://example.org/signup",
    "ip": "192.0.2.1",
    "from_email": "a@example.org",
    "to_email": "b@example.org",
    "deleted_email": "c@example.org",
}


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_says_everything_in_both_languages(name, language):
    letter = write_letter(name, "o@example.org", {**CONTEXT, "timestamp": timezone.now()}, language=language)
    assert ("Добрий день!" in letter.text) == (language == "uk")
    for word in LETTERS[name][1]:
        if word in CONTEXT:
            assert CONTEXT[word] in letter.text
    assert "{%" not in letter.text + letter.subject
    assert "<html" in letter.html


def test_the_same_letter_may_be_asked_for_twice():
    for _time in range(2):
        write_letter("invitation", "o@example.org", CONTEXT, language="uk")
    assert Letter.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "shown"), [("password_reset_key", False), ("invitation", False), ("password_changed", True)]
)
def test_staff_do_not_read_letters_that_open_an_account(signed_in, name, shown):
    letter = write_letter(name, "o@example.org", {**CONTEXT, "timestamp": timezone.now()}, language="uk")
    text = signed_in(administrator()).get(f"/admin/letters/inspect/{letter.pk}/").content.decode()
    assert ("Добрий день!" in text) == shown
    assert "https://example.org/key/" not in text


def test_markup_in_a_name_is_no_markup_in_the_letter():
    evil = {**CONTEXT, "to_email": "<script>alert(1)</script>", "timestamp": timezone.now()}
    assert "<script>" not in write_letter("email_changed", "o@example.org", evil, language="uk").html
