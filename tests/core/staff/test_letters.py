"""The outbox in the admin: read by few, changed by nobody, sent again by POST and written into the log."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from core.models import Letter, LetterState, MailAddress
from tests.factories import person
from tests.support.many import many_letters

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    """Sign in somebody who may read letters and nothing more."""
    return signed_in(with_rights("view_letter"))


@pytest.fixture
def sender(signed_in):
    """Sign in somebody who may also send letters again."""
    return signed_in(with_rights("view_letter", "change_letter", "view_mailaddress"))


def with_rights(*codenames):
    someone = person(f"{len(codenames)}@example.org")
    someone.user_permissions.set(Permission.objects.filter(codename__in=[*codenames, "access_admin"]))
    return someone


@pytest.fixture
def letter(write_note):
    """A letter that was given up."""
    letter = write_note()
    Letter.objects.filter(pk=letter.pk).update(state=LetterState.FAILED, attempts=7, last_error="550 No such mailbox")
    letter.refresh_from_db()
    return letter


def page(client, name, *args, **query):
    return client.get(reverse(f"letters:{name}", args=args), query)


def test_a_letter_is_found_and_read(reader, letter):
    assert letter.subject in page(reader, "index").content.decode()
    text = page(reader, "inspect", letter.pk).content.decode()
    assert "550 No such mailbox" in text
    assert letter.recipient in text
    assert "prefers-color-scheme" not in text
    assert reverse("letters:resend", args=[letter.pk]) not in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "note 1"}, True),
        ({"q": "PERSON1@example"}, True),
        ({"q": "nobody"}, False),
        ({"state": "failed"}, True),
        ({"state": "sent"}, False),
        ({"kind": "testing/note"}, True),
        ({"state": "nonsense"}, True),
        ({"q": "\x00"}, True),
        ({"q": '"' * 300}, True),
        ({"created_at_from": "nonsense", "p": "999"}, True),
    ],
)
def test_search_and_filters_bear_anything(reader, letter, query, found):
    answer = page(reader, "index", **query)
    assert answer.status_code == 200
    assert (letter in answer.context["object_list"]) is found


def test_ukrainian_words_are_found_in_any_case(reader, letter):
    Letter.objects.update(subject="Справу зареєстровано")
    for words in ("справу", "СПРАВУ", "зареєстровано"):
        assert list(page(reader, "index", q=words).context["object_list"]) == [letter]


def test_nobody_edits_letters(sender, letter):
    for name in ("edit", "delete", "history", "usage"):
        with pytest.raises(NoReverseMatch):
            reverse(f"letters:{name}", args=[letter.pk])
    with pytest.raises(NoReverseMatch):
        reverse("letters:add")


def test_a_letter_is_sent_again_after_a_question(sender, letter):
    MailAddress.objects.create(email=letter.recipient, bounced_at=timezone.now(), reason="Full")
    address = reverse("letters:resend", args=[letter.pk])
    assert address in page(sender, "inspect", letter.pk).content.decode()
    assert sender.get(address).status_code == 200
    assert Letter.objects.get().state == LetterState.FAILED
    assert sender.post(address).status_code == 302
    assert Letter.objects.get().state == LetterState.WAITING
    assert MailAddress.objects.get().bounced_at is None
    entry = ModelLogEntry.objects.get(action="core.letter_resent")
    assert entry.object_id == str(letter.pk)
    assert letter.recipient not in f"{entry.label} {entry.data}"


def test_a_letter_on_its_way_is_not_sent_twice(sender, write_note):
    letter = write_note()
    answer = sender.post(reverse("letters:resend", args=[letter.pk]), follow=True)
    assert answer.status_code == 200
    assert not ModelLogEntry.objects.filter(action="core.letter_resent").exists()


def test_a_reader_cannot_send_again(reader, letter):
    assert reader.post(reverse("letters:resend", args=[letter.pk])).status_code in (302, 403)
    assert Letter.objects.get().state == LetterState.FAILED


def test_strangers_see_nothing(signed_in, letter):
    stranger = signed_in(with_rights())
    for name, args in (("index", []), ("index_results", []), ("inspect", [letter.pk]), ("resend", [letter.pk])):
        assert page(stranger, name, *args).status_code in (302, 403)
    assert stranger.get(reverse("mail_addresses:index")).status_code in (302, 403)


def test_bounced_addresses_are_listed(sender):
    assert sender.get(reverse("mail_addresses:index")).status_code == 200
    MailAddress.objects.create(email="closed@example.org", bounced_at=timezone.now(), reason="Mailbox closed")
    assert "Mailbox closed" in sender.get(reverse("mail_addresses:index"), {"q": "closed"}).content.decode()


def test_unknown_letters_are_not_found(reader):
    assert page(reader, "inspect", 999).status_code == 404
    assert page(reader, "inspect", 10**30).status_code == 404


def test_a_long_list_costs_no_more(reader, constant_queries):
    constant_queries(lambda: page(reader, "index"), many_letters)
