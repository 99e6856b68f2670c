"""In production staff work only with a second factor: set up, shown in this very session, and never taken off."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from accounts import sealing
from tests.accounts.conftest import add_totp, code_of, confirm, sign_in
from tests.factories import PASSWORD, editor, superuser

pytestmark = pytest.mark.django_db
SET_UP = "/kabinet/druhyi-faktor/"
ACTIVATE = "/oblikovyi-zapys/2fa/totp/activate/"
PROVE = "/oblikovyi-zapys/2fa/reauthenticate/"


@pytest.fixture(autouse=True)
def required(settings):
    """As in production."""
    settings.STAFF_SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def petro(db):
    """An editor with a confirmed address and no factor."""
    user = editor(email="petro@example.org")
    confirm(user)
    return user


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/kabinet/", "/admin/account/"])
def test_staff_without_a_factor_are_sent_to_set_one_up(client, petro, address):
    sign_in(client, petro)
    answer = client.get(address)
    assert answer.url.split("?")[0] == SET_UP
    assert client.get(answer.url).status_code == 200


def test_a_superuser_is_no_exception(client):
    user = superuser()
    confirm(user)
    sign_in(client, user)
    assert client.get("/django-admin/").url.startswith(SET_UP)


@pytest.mark.django_db(transaction=True)
def test_staff_set_up_codes_and_work_on(client, petro):
    sign_in(client, petro)
    page = client.get(ACTIVATE)
    assert page.status_code == 200, "the password was given a moment ago and is not asked for again"
    secret = client.session["mfa.totp.secret"]
    answer = client.post(ACTIVATE, {"code": code_of(secret)})
    assert answer.status_code == 302
    assert client.get("/admin/").status_code == 200
    assert mail.outbox[-1].to == ["petro@example.org"]
    assert Authenticator.objects.filter(type="recovery_codes").exists()
    assert client.get(answer.url).status_code == 200


def test_sign_in_asks_for_the_code(client, petro):
    secret = add_totp(petro)
    assert sign_in(client, petro).url == "/oblikovyi-zapys/2fa/authenticate/"
    assert client.get("/admin/").url.startswith("/oblikovyi-zapys/login/")
    wrong = client.post("/oblikovyi-zapys/2fa/authenticate/", {"code": "000000"})
    assert wrong.status_code == 200
    right = client.post("/oblikovyi-zapys/2fa/authenticate/", {"code": code_of(secret)})
    assert right.url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_code_works_once(client, petro):
    secret = add_totp(petro)
    code = code_of(secret)
    sign_in(client, petro)
    client.post("/oblikovyi-zapys/2fa/authenticate/", {"code": code})
    other = type(client)()
    sign_in(other, petro)
    assert other.post("/oblikovyi-zapys/2fa/authenticate/", {"code": code}).status_code == 200


def test_a_session_that_never_showed_the_factor_must_show_it(signed_in, petro):
    secret = add_totp(petro)
    client = signed_in(petro)
    for address in ("/admin/", "/admin/pages/", "/oblikovyi-zapys/2fa/", "/oblikovyi-zapys/email/", "/kabinet/"):
        assert client.get(address).url.startswith(PROVE), address
    assert client.post("/admin/pages/", {}).url.startswith(PROVE)
    assert client.get("/admin/", headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    client.post(f"{PROVE}?next=/admin/", {"code": code_of(secret)})
    assert client.get("/admin/").status_code == 200


def test_the_factor_cannot_be_switched_off_without_showing_it(signed_in, petro):
    add_totp(petro)
    client = signed_in(petro)
    client.post("/oblikovyi-zapys/2fa/totp/deactivate/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_staff_keep_their_last_factor(client, petro):
    secret = add_totp(petro)
    sign_in(client, petro)
    client.post("/oblikovyi-zapys/2fa/authenticate/", {"code": code_of(secret)})
    client.post("/oblikovyi-zapys/2fa/totp/deactivate/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_a_resident_may_have_a_factor_and_take_it_off(client, olena):
    secret = add_totp(olena)
    sign_in(client, olena)
    client.post("/oblikovyi-zapys/2fa/authenticate/", {"code": code_of(secret)})
    client.post("/oblikovyi-zapys/2fa/totp/deactivate/")
    assert not Authenticator.objects.exists()


def test_a_resident_needs_no_factor(client, olena):
    sign_in(client, olena)
    assert client.get("/kabinet/").status_code == 200


def test_the_rule_is_off_where_the_setting_says_so(client, petro, settings):
    settings.STAFF_SECOND_FACTOR_REQUIRED = False
    sign_in(client, petro)
    assert client.get("/admin/").status_code == 200


def test_someone_elses_proof_in_the_session_is_no_proof(signed_in, petro):
    add_totp(petro)
    client = signed_in(petro)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time(), "type": "totp"}]
    session["account_authentication_methods_user"] = str(petro.pk + 1)
    session.save()
    assert client.get("/admin/").url.startswith(PROVE)


@pytest.mark.parametrize(
    "address",
    ["/oblikovyi-zapys/2fa/", "/oblikovyi-zapys/2fa/webauthn/", "/oblikovyi-zapys/2fa/webauthn/add/", ACTIVATE],
)
def test_pages_of_codes_and_passkeys_open(client, petro, address):
    sign_in(client, petro)
    assert client.get(address).status_code == 200


def test_sign_in_page_offers_passkeys(client):
    assert "webauthn" in client.get("/oblikovyi-zapys/login/").content.decode()
    assert client.get("/oblikovyi-zapys/2fa/webauthn/login/").status_code in (200, 302)


def test_later_the_password_is_asked_for_again(client, petro, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    sign_in(client, petro)
    answer = client.get(ACTIVATE)
    assert answer.url.startswith("/oblikovyi-zapys/reauthenticate/")
    client.post(answer.url, {"password": PASSWORD})
    assert client.session


def test_secrets_are_sealed_and_a_lost_key_opens_nothing(petro, settings):
    secret = add_totp(petro)
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored
    assert sealing.decrypt(stored) == secret
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key", [settings.SECRET_KEY]
    assert sealing.decrypt(stored) == secret
    settings.SECRET_KEY_FALLBACKS = []
    assert sealing.decrypt(stored) != secret
