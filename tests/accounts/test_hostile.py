"""Whatever is sent to the forms about people, the answer is a page with a message, never an error 500."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from tests.accounts.conftest import add_totp
from tests.factories import administrator, desk_operator, resident

pytestmark = pytest.mark.django_db
NASTY = [
    "",
    " ",
    "\x00",
    "a\x00b@example.org",
    "'; DROP TABLE accounts_user; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% load x %}",
    "=1+1",
    "%s%n",
    "../../etc/passwd",
    "\u202eexe.txt",
    "a@" + "b" * 300 + ".ua",
    "э" * 5000,
    "x" * 1_000_000,
    "-1",
    "9" * 50,
    "NaN",
    "ї" * 70 + "@example.org",
]
OPEN_FORMS = {
    "/oblikovyi-zapys/login/": ["login", "password", "remember", "next"],
    "/oblikovyi-zapys/signup/": ["email", "password1", "password2", "next"],
    "/oblikovyi-zapys/password/reset/": ["email"],
}
OWN_FORMS = {
    "/kabinet/profil/": ["name", "phone", "postal_address", "settlement", "language"],
    "/kabinet/moi-dani/vydalyty/": ["password", "word"],
    "/oblikovyi-zapys/email/": ["email", "action_add"],
    "/oblikovyi-zapys/password/change/": ["oldpassword", "password1", "password2"],
    "/oblikovyi-zapys/reauthenticate/": ["password", "next"],
    "/oblikovyi-zapys/2fa/totp/activate/": ["code"],
    "/oblikovyi-zapys/2fa/webauthn/add/": ["name", "credential"],
}


def send(client, forms, value):
    """Post `value` in every field of every form, together and one by one; no answer is an error of ours."""
    for address, fields in forms.items():
        for data in (dict.fromkeys(fields, value), *({field: value} for field in fields)):
            answer = client.post(address, data)
            assert answer.status_code < 500, (address, data)
            assert b"<script>alert(1)</script>" not in answer.content


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_open_forms_bear_anything(client, value):
    send(client, OPEN_FORMS, value)


def test_broken_encodings_are_borne(client, signed_in):
    broken = "=%FF%FE%ED%A0%80&".join(
        [*OPEN_FORMS["/oblikovyi-zapys/signup/"], "name", "phone", "login", "password", ""]
    )
    user = resident()
    for address in (*OPEN_FORMS, *OWN_FORMS):
        for browser in (client, signed_in(user)):
            answer = browser.post(address, broken, content_type="application/x-www-form-urlencoded")
            assert answer.status_code < 500, address


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_own_forms_bear_anything(signed_in, value):
    user = resident(email="victim@example.org")
    send(signed_in(user), OWN_FORMS, value)
    assert User.objects.get(pk=user.pk).anonymised_at is None


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_staff_forms_bear_anything(signed_in, value):
    user = resident()
    office, desk = signed_in(administrator()), signed_in(desk_operator())
    fields = ["email", "name", "position", "unit", "roles", "is_active"]
    send(office, {"/admin/users/new/": fields, f"/admin/users/edit/{user.pk}/": fields}, value)
    send(office, {"/admin/settlements/new/": ["name", "kind", "district", "katottg", "population", "order"]}, value)
    send(office, {"/admin/units/new/": ["name", "email", "order"]}, value)
    send(
        desk,
        {f"/admin/residents/{user.pk}/check/": ["document"], f"/admin/residents/{user.pk}/undo/": ["reason"]},
        value,
    )
    for browser, address in ((desk, "/admin/residents/"), (office, "/admin/users/"), (office, "/admin/users/results/")):
        for field in ("q", "p", "unit", "groups", "is_active", "ordering"):
            assert browser.get(address, {field: value[:3000]}).status_code < 500


@pytest.mark.parametrize(
    "address", ["/admin/login/", "/admin/logout/", "/django-admin/login/", "/kabinet/druhyi-faktor/"]
)
@pytest.mark.parametrize("value", NASTY[:12], ids=range(12))
def test_entrances_bear_anything(client, signed_in, address, value):
    for browser in (client, signed_in(resident()), signed_in(administrator())):
        assert browser.get(address, {"next": value}).status_code < 500
        assert browser.post(address, {"next": value}).status_code < 500


@pytest.mark.parametrize("key", ["x", "MQ:1:abc", "-", ":::", "a" * 3000])
def test_spoilt_links_of_letters_open_a_plain_page(client, key):
    for address in (f"/oblikovyi-zapys/confirm-email/{key}/", f"/oblikovyi-zapys/password/reset/key/1-{key}/"):
        assert client.get(address).status_code < 500
        assert client.post(address, {"password1": "x", "password2": "y"}).status_code < 500


def test_a_code_of_letters_is_no_error(client, olena):
    add_totp(olena)
    client.post("/oblikovyi-zapys/login/", {"login": olena.email, "password": "Kalyna-2026-gai"})
    for code in NASTY:
        assert client.post("/oblikovyi-zapys/2fa/authenticate/", {"code": code}).status_code < 500


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(max_size=300))
def test_details_bear_any_text(signed_in, value):
    user = User.objects.filter(email="hypo@example.org").first() or resident(email="hypo@example.org")
    client = signed_in(user)
    data = {"name": value, "phone": value, "postal_address": value, "settlement": value, "language": "uk"}
    assert client.post("/kabinet/profil/", data).status_code in (200, 302)
    assert client.get("/kabinet/").status_code == 200
