"""A resident signs up, confirms the address, signs in, forgets the password. Nobody learns who has an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from accounts.models import User, VerificationLevel
from core.models import Letter
from tests.accounts.conftest import confirm, sign_in
from tests.factories import PASSWORD, person, resident

pytestmark = pytest.mark.django_db
SIGN_UP = "/oblikovyi-zapys/signup/"
RESET = "/oblikovyi-zapys/password/reset/"
NEW = "Nova-Kalyna-77"


def sign_up(client, email="Nova@Example.org", path=SIGN_UP):
    return client.post(path, {"email": email, "password1": PASSWORD, "password2": PASSWORD})


def test_a_resident_signs_up_confirms_and_signs_in(client, committed, letter_link):
    with committed():
        answer = sign_up(client)
    assert (answer.status_code, answer.url) == (302, "/oblikovyi-zapys/confirm-email/")
    user = User.objects.get(email="nova@example.org")
    assert (user.language, user.verification) == ("uk", VerificationLevel.NONE)
    assert mail.outbox[0].to == ["nova@example.org"]
    link = letter_link()
    assert client.get(link).status_code == 200
    assert not EmailAddress.objects.get().verified, "opening the link changes nothing: mail scanners open links too"
    client.post(link)
    assert EmailAddress.objects.get().verified
    user.refresh_from_db()
    assert user.verification == VerificationLevel.EMAIL
    assert user.verified_at
    client.logout()
    assert sign_in(client, user).url == "/kabinet/"


def test_a_confirmed_address_does_not_lower_a_check_at_the_desk(client, committed, letter_link):
    user = resident(email="desk@example.org", verification=VerificationLevel.DESK)
    with committed():
        sign_in(client, user)
    client.post(letter_link())
    user.refresh_from_db()
    assert user.verification == VerificationLevel.DESK


def test_without_confirmation_nobody_comes_in(client, committed):
    user = person()
    with committed():
        answer = sign_in(client, user)
    assert answer.url == "/oblikovyi-zapys/confirm-email/"
    assert client.get("/kabinet/").status_code == 302
    assert [letter.to for letter in mail.outbox] == [[user.email]]


def test_whoever_signs_up_in_english_reads_english(client, committed):
    with committed():
        answer = sign_up(client, path="/en/oblikovyi-zapys/signup/")
    assert answer.url.startswith("/en/")
    user = User.objects.get(email="nova@example.org")
    assert user.language == "en"
    assert "Good day!" in mail.outbox[0].body
    confirm_by = re.search(r"http://testserver(\S*confirm-email\S*)", mail.outbox[0].body)[1]
    client.post(confirm_by)
    client.logout()
    assert sign_in(client, user).url == "/en/kabinet/"


def test_signing_up_answers_the_same_for_a_known_and_an_unknown_address(client, olena, committed):
    with committed():
        known, unknown = sign_up(client, olena.email), sign_up(type(client)(), "nobody@example.org")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert set(known.cookies) == set(unknown.cookies)
    assert {tuple(letter.to) for letter in mail.outbox} == {("olena@example.org",), ("nobody@example.org",)}
    olena.refresh_from_db()
    assert olena.check_password(PASSWORD)


def test_a_reset_answers_the_same_for_a_known_and_an_unknown_address(client, olena, committed):
    with committed():
        known, unknown = (client.post(RESET, {"email": email}) for email in (olena.email, "nobody@example.org"))
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mail.outbox) == 2


def test_a_wrong_password_answers_the_same_for_a_known_and_an_unknown_address(client, olena):
    def tried(email):
        page = client.post("/oblikovyi-zapys/login/", {"login": email, "password": "wrong"})
        text = page.content.decode().replace(email, "")
        return page.status_code, re.sub(r'(nonce|csrfmiddlewaretoken" value)="[^"]*"', "", text)

    assert tried(olena.email) == tried("nobodyy@example.org")


def test_a_forgotten_password_is_set_anew_once(client, olena, committed, letter_link):
    with committed():
        client.post(RESET, {"email": olena.email})
    link = letter_link()
    page = client.get(link, follow=True)
    form_at = page.redirect_chain[-1][0]
    with committed():
        client.post(form_at, {"password1": NEW, "password2": NEW})
    olena.refresh_from_db()
    assert olena.check_password(NEW)
    assert Letter.objects.filter(kind="accounts/password_reset", recipient=olena.email).exists()
    again = type(client)().get(link, follow=True)
    assert again.status_code == 200
    assert 'name="password1"' not in again.content.decode()


@pytest.mark.parametrize("password", ["12345678", "password", "olena1", "olena@example.org", ""])
def test_a_weak_password_is_refused(client, password):
    answer = client.post(SIGN_UP, {"email": "olena@example.org", "password1": password, "password2": password})
    assert answer.status_code == 200
    assert not User.objects.exists()


def test_an_inactive_account_is_told_so(client, olena):
    olena.is_active = False
    olena.save()
    answer = sign_in(client, olena)
    assert answer.url == "/oblikovyi-zapys/inactive/"
    assert client.get(answer.url).status_code == 200
    assert client.get("/kabinet/").status_code == 302


def test_an_account_closed_meanwhile_is_out_at_once(signed_in, olena):
    client = signed_in(olena)
    assert client.get("/kabinet/").status_code == 200
    User.objects.filter(pk=olena.pk).update(is_active=False)
    assert client.get("/kabinet/").status_code == 302


def test_the_address_is_known_in_any_case_of_letters(client, olena):
    answer = client.post("/oblikovyi-zapys/login/", {"login": " OLENA@Example.ORG", "password": PASSWORD})
    assert answer.url == "/kabinet/"


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_after_sign_in_nobody_is_sent_to_a_stranger(client, olena, address):
    assert sign_in(client, olena, next=address).url == "/kabinet/"


def test_after_sign_in_one_goes_where_one_wanted(client, olena):
    assert sign_in(client, olena, next="/kabinet/profil/").url == "/kabinet/profil/"


def test_guessing_a_password_is_slowed_down(client, olena, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/5m/key"}
    for _attempt in range(3):
        client.post("/oblikovyi-zapys/login/", {"login": olena.email, "password": "wrong"})
    sign_in(client, olena)
    assert client.get("/kabinet/").status_code == 302


def test_a_changed_address_works_only_when_confirmed(client, olena, committed, letter_link):
    sign_in(client, olena)
    with committed():
        client.post("/oblikovyi-zapys/email/", {"email": "new@example.org", "action_add": ""})
    olena.refresh_from_db()
    assert olena.email == "olena@example.org"
    with committed():
        client.post(letter_link())
    olena.refresh_from_db()
    assert olena.email == "new@example.org"
    assert list(EmailAddress.objects.values_list("email", flat=True)) == ["new@example.org"]


def test_everyone_has_one_account_per_address(client, committed):
    confirm(resident(email="two@example.org"))
    with committed():
        sign_up(client, "TWO@example.org")
    assert User.objects.filter(email__iexact="two@example.org").count() == 1
