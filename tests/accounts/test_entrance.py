"""Every door of the staff's rooms leads to the one sign-in; residents are told plainly that the room is not theirs."""

import pytest

from tests.accounts.conftest import confirm, sign_in
from tests.factories import editor, head, person, superuser

pytestmark = pytest.mark.django_db
LOGIN = "/oblikovyi-zapys/login/"


@pytest.mark.parametrize(
    ("address", "then"),
    [
        ("/admin/", f"{LOGIN}?next=/admin/"),
        ("/admin/pages/", f"{LOGIN}?next=/admin/pages/"),
        ("/admin/login/", f"{LOGIN}?next=%2Fadmin%2F"),
        ("/admin/login/?next=/admin/reports/site-history/", f"{LOGIN}?next=%2Fadmin%2Freports%2Fsite-history%2F"),
        ("/admin/login/?next=https://evil.example/", f"{LOGIN}?next=%2Fadmin%2F"),
        ("/admin/login/?next=//evil.example/", f"{LOGIN}?next=%2Fadmin%2F"),
        ("/admin/logout/", "/oblikovyi-zapys/logout/"),
        ("/admin/password_reset/", "/oblikovyi-zapys/password/reset/"),
        ("/admin/password_reset/confirm/MQ/set-password/", "/oblikovyi-zapys/password/reset/"),
        ("/django-admin/", "/django-admin/login/?next=/django-admin/"),
        ("/django-admin/login/", f"{LOGIN}?next=%2Fdjango-admin%2F"),
        ("/django-admin/logout/", "/oblikovyi-zapys/logout/"),
        ("/django-admin/password_change/", "/oblikovyi-zapys/password/change/"),
        ("/kabinet/", f"{LOGIN}?next=/kabinet/"),
    ],
)
def test_every_door_leads_to_the_one_sign_in(client, address, then):
    assert client.get(address).url == then


def test_the_admins_own_form_signs_nobody_in(client):
    user = superuser()
    client.post("/admin/login/", {"username": user.email, "password": "Kalyna-2026-gai"})
    client.post("/django-admin/login/", {"username": user.email, "password": "Kalyna-2026-gai"})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/pages/", "/admin/login/", "/django-admin/", "/django-admin/login/"]
)
def test_a_resident_gets_a_plain_refusal_and_no_circle(signed_in, olena, address):
    answer = signed_in(olena).get(address, follow=True)
    assert answer.status_code == 403
    assert len(answer.redirect_chain) <= 1
    assert "olena@example.org" in answer.content.decode()


def test_a_role_opens_the_staff_rooms_but_not_the_django_admin(signed_in):
    client = signed_in(head())
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/login/").url == "/admin/"
    assert client.get("/django-admin/").status_code == 403
    assert client.get("/django-admin/accounts/user/").status_code in (403, 404)


def test_the_django_admin_is_for_superusers_even_among_those_marked_as_staff(signed_in):
    assert signed_in(person(is_staff=True)).get("/django-admin/").status_code == 403
    assert signed_in(superuser()).get("/django-admin/").status_code == 200


def test_staff_come_to_their_desk_after_sign_in(client):
    user = editor()
    confirm(user)
    assert sign_in(client, user).url == "/admin/"


def test_signing_out_needs_a_pressed_button(signed_in):
    client = signed_in(editor())
    client.get("/admin/logout/")
    assert "_auth_user_id" in client.session
    assert client.post("/admin/logout/").url == LOGIN
    assert "_auth_user_id" not in client.session


def test_the_admins_account_page_has_no_names_or_passwords_to_change(signed_in):
    page = signed_in(editor()).get("/admin/account/")
    assert page.status_code == 200
    text = page.content.decode()
    assert "first_name" not in text
    assert 'type="password"' not in text
