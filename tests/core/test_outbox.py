"""Writing letters: declared, in the verb's transaction, once per event, recipient and kind."""

import pytest
from django.core import mail
from django.core.mail import BadHeaderError
from django.db import transaction
from django.utils import timezone

from core.models import Letter, LetterState, MailAddress
from core.outbox import (
    MissingContext,
    UnknownLetter,
    all_kinds,
    declare,
    is_reachable,
    set_footer_provider,
    write,
    write_copies,
)

RECEIPT = {"name": "Оксана О’Ніл", "number": "ЗПІ-2026-00001", "link": "https://example.org/sprava/"}


def write_receipt(recipient="oksana@example.org", **more):
    return write("testing/receipt", event="case:1:received", recipient=recipient, context=RECEIPT, **more)


@pytest.fixture
def footer():
    """Let the sender's contacts be known."""
    set_footer_provider(lambda language: {"name": "Зразкова громада", "lines": ["вул. Садова, 1", "15-80"]})
    yield
    set_footer_provider(None)


@pytest.mark.django_db(transaction=True)
def test_a_letter_is_delivered_after_the_commit_and_not_before():
    with transaction.atomic():
        letter = write_receipt()
        assert (letter.state, mail.outbox) == (LetterState.WAITING, [])
    letter.refresh_from_db()
    assert letter.state == LetterState.SENT
    assert letter.attempts == 1
    assert [message.to for message in mail.outbox] == [["oksana@example.org"]]
    assert mail.outbox[0].extra_headers["Message-ID"] == letter.message_id


@pytest.mark.django_db(transaction=True)
def test_a_verb_taken_back_leaves_no_letter():
    with transaction.atomic():
        write_receipt()
        transaction.set_rollback(True)
    assert not Letter.objects.exists()
    assert mail.outbox == []


@pytest.mark.django_db
def test_the_same_letter_is_written_once():
    first = write_receipt()
    assert write_receipt(" oksana@EXAMPLE.org ") == first
    assert write_receipt("other@example.org") != first
    assert Letter.objects.count() == 2


@pytest.mark.django_db
def test_the_text_is_not_escaped_the_html_is():
    letter = write("testing/note", event="e", recipient="a@b.ua", context={"name": "<b>"})
    assert "<b> & Co" in letter.text
    assert "&lt;b&gt;" in letter.html
    assert "<b>" not in letter.html


@pytest.mark.django_db
def test_a_letter_speaks_the_language_of_its_reader():
    english, ukrainian = write_receipt(language="en"), write_receipt("b@example.org")
    assert english.subject == "Monday: ЗПІ-2026-00001"
    assert ukrainian.subject.lower() == "понеділок: зпі-2026-00001"
    assert 'lang="en"' in english.html


@pytest.mark.django_db
def test_styles_are_inlined_and_dark_mode_stays():
    html = write_receipt().html
    assert 'class="action__link" href="https://example.org/sprava/" style="' in html
    assert "prefers-color-scheme: dark" in html


@pytest.mark.django_db
@pytest.mark.usefixtures("footer")
def test_letters_end_with_the_contacts_of_the_sender():
    letter = write_receipt()
    assert letter.text.endswith("-- \nЗразкова громада\nвул. Садова, 1\n15-80\nhttp://testserver\n")
    assert "вул. Садова, 1" in letter.html


@pytest.mark.django_db
def test_a_subject_is_one_short_line():
    letter = write("testing/note", event="e", recipient="a@b.ua", context={"name": "a\r\nBcc: x@y.ua\n" + "б" * 500})
    assert letter.subject.startswith("a Bcc: x@y.ua б")
    assert len(letter.subject) == 300


@pytest.mark.django_db
def test_what_is_not_declared_cannot_be_written():
    with pytest.raises(UnknownLetter):
        write("testing/none", event="e", recipient="a@b.ua", context={})
    with pytest.raises(MissingContext, match="number, link"):
        write("testing/receipt", event="e", recipient="a@b.ua", context={"name": "A"})
    with pytest.raises(BadHeaderError):
        write_receipt(headers={"X-Case": "1\nBcc: x@y.ua"})
    with pytest.raises(ValueError, match="<app>/<name>"):
        declare("nothing", label="Nothing")
    with pytest.raises(ValueError, match="twice"):
        declare("testing/note", label="Another", context=())
    assert "testing/note" in [kind.kind for kind in all_kinds()]


@pytest.mark.django_db
@pytest.mark.parametrize("recipient", ["", None, "  ", "a" * 250 + "@example.org"])
def test_without_an_address_there_is_no_letter(recipient):
    assert write_receipt(recipient) is None


@pytest.mark.django_db
def test_a_malformed_address_gives_a_letter_that_staff_can_see():
    letter = write_receipt("oksana at example")
    assert letter.state == LetterState.CANCELLED
    assert letter.last_error


@pytest.mark.django_db(transaction=True)
def test_a_bounced_address_gets_no_letter_but_a_reason():
    MailAddress.objects.create(email="oksana@example.org", bounced_at=timezone.now(), reason="No such mailbox")
    assert not is_reachable("Oksana@example.org")
    letter = write_receipt("Oksana@example.org")
    assert letter.state == LetterState.CANCELLED
    assert "No such mailbox" in letter.last_error
    assert mail.outbox == []


@pytest.mark.django_db
def test_message_ids_tell_nothing_and_differ():
    letters = [write_receipt(), write_receipt("b@example.org")]
    assert len({letter.message_id for letter in letters}) == 2
    assert all(letter.message_id.endswith("@example.org>") for letter in letters)
    assert "oksana" not in letters[0].message_id


@pytest.mark.django_db(transaction=True)
def test_copies_differ_only_in_their_holes(django_assert_max_num_queries):
    people = [f"reader{number}@example.org" for number in range(30)]
    holes = {person: {"unsubscribe": f"https://example.org/{person}/"} for person in people}
    headers = {"List-Unsubscribe": "<HOLE-unsubscribe-ELOH>"}
    with django_assert_max_num_queries(120):
        new = write_copies(
            "testing/note", event="issue:1", recipients=people, context={"name": "Digest"}, headers=headers, holes=holes
        )
    assert new == 30
    assert len(mail.outbox) == 30
    letter = Letter.objects.get(recipient="reader7@example.org")
    assert letter.headers == {"List-Unsubscribe": "<https://example.org/reader7@example.org/>"}
    assert "https://example.org/reader7@example.org/" in letter.text
    assert 'href="https://example.org/reader7@example.org/"' in letter.html or "reader7@example.org/" in letter.html
    again = write_copies(
        "testing/note", event="issue:1", recipients=[*people, "new@example.org"], context={"name": "D"}
    )
    assert (again, len(mail.outbox)) == (1, 31)
