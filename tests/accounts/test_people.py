"""The administrator keeps the accounts of staff, and never gets above their own rights."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core import mail
from wagtail.models import ModelLogEntry

from accounts.models import User
from accounts.roles import Role, group_of
from tests.accounts.conftest import add_totp, sign_in
from tests.factories import administrator, editor, head, official, resident, superuser, unit
from tests.support.many import many_people

pytestmark = pytest.mark.django_db
LIST = "/admin/users/"


@pytest.fixture
def boss(db):
    """The administrator."""
    return administrator(name="Адміністраторка")


@pytest.fixture
def office(signed_in, boss):
    """The administrator's browser."""
    return signed_in(boss)


def edit(user):
    return f"/admin/users/edit/{user.pk}/"


def filled(user, **changes):
    form = {"email": user.email, "name": user.name, "position": user.position, "unit": user.unit_id or ""}
    return {**form, "roles": sorted(user.role_set), "is_active": "on", **changes}


def test_a_new_member_of_staff_is_invited_and_chooses_the_password(office, committed, client):
    form = {"email": "New@Example.org", "name": "Нова Людина", "roles": [Role.EDITOR]}
    with committed():
        assert office.post("/admin/users/new/", form).url == LIST
    user = User.objects.get(email="new@example.org")
    assert user.role_set == {"editor"}
    assert not user.has_usable_password()
    assert not user.is_staff
    link = re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]
    form_at = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(form_at, {"password1": "Kalyna-2026-gai", "password2": "Kalyna-2026-gai"})
    user.refresh_from_db()
    assert user.check_password("Kalyna-2026-gai")
    assert ModelLogEntry.objects.get(action="accounts.invited").data == {"roles": ["editor"]}


def test_roles_change_and_the_log_knows(office):
    user = editor(name="Редакторка")
    office.post(edit(user), filled(user, roles=[Role.HEAD]))
    assert User.objects.get(pk=user.pk).role_set == {"head"}
    assert ModelLogEntry.objects.get(action="accounts.roles_changed").data == {"before": ["editor"], "after": ["head"]}


def test_an_official_needs_a_unit(office):
    user = editor()
    answer = office.post(edit(user), filled(user, roles=[Role.OFFICIAL]))
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"unit"}
    office.post(edit(user), filled(user, roles=[Role.OFFICIAL], unit=unit().pk))
    assert User.objects.get(pk=user.pk).role_set == {"official"}


@pytest.mark.parametrize("field", ["is_superuser", "is_staff", "password1", "user_permissions"])
def test_nobody_becomes_more_by_a_forged_form(office, field):
    user = editor()
    office.post(edit(user), filled(user, **{field: "1"}))
    after = User.objects.get(pk=user.pk)
    assert not after.is_superuser
    assert not after.is_staff
    assert after.password == user.password
    assert not after.user_permissions.exists()


def test_a_group_that_is_no_role_cannot_be_given_and_is_not_lost(office):
    secret, own = Group.objects.create(name="Усе"), Group.objects.create(name="Клуб")
    user = editor()
    user.groups.add(own)
    assert office.post(edit(user), filled(user, roles=["Усе"])).status_code == 200
    office.post(edit(user), filled(user, groups=[secret.pk]))
    office.post(edit(user), filled(user, roles=[Role.HEAD]))
    assert set(user.groups.values_list("name", flat=True)) == {"Клуб", "Керівник"}


def test_a_superuser_is_out_of_reach(office, signed_in):
    root = superuser(email="root@example.org")
    assert office.get(edit(root)).url == "/admin/"
    office.post(edit(root), filled(root, email="mine@example.org"))
    assert User.objects.get(pk=root.pk).email == "root@example.org"
    assert signed_in(superuser()).get(edit(root)).status_code == 200


def test_administrators_cannot_give_themselves_roles_or_lock_themselves_out(office, boss):
    office.post(edit(boss), filled(boss, roles=[Role.HEAD], is_active=""))
    boss = User.objects.get(pk=boss.pk)
    assert boss.role_set == {"administrator"}
    assert boss.is_active


def test_a_closed_account_is_out_at_once(office, signed_in):
    user = editor()
    theirs = signed_in(user)
    form = filled(user)
    del form["is_active"]
    office.post(edit(user), form)
    assert theirs.get("/admin/").status_code == 302


def test_another_address_must_be_confirmed(office, client, committed):
    user = editor(email="old@example.org")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    office.post(edit(user), filled(user, email="fresh@example.org"))
    user = User.objects.get(pk=user.pk)
    assert user.email == "fresh@example.org"
    assert EmailAddress.objects.get(user=user).verified is False
    with committed():
        assert sign_in(client, user).url == "/oblikovyi-zapys/confirm-email/"


@pytest.mark.parametrize("taken", ["head@example.org", "HEAD@Example.org"])
def test_a_taken_address_is_refused(office, taken):
    head(email="head@example.org")
    user = editor()
    assert office.post(edit(user), filled(user, email=taken)).context["form"].errors.keys() == {"email"}


def test_a_lost_second_factor_is_taken_away(office, signed_in):
    user = editor()
    add_totp(user)
    theirs = signed_in(user)
    office.post(edit(user), filled(user, forget_second_factor="on"))
    assert not Authenticator.objects.exists()
    assert theirs.get("/admin/").status_code == 302
    assert ModelLogEntry.objects.filter(action="accounts.second_factor_taken").exists()


def test_people_are_found_in_any_case_and_narrowed(office):
    one = official(name="Ярина Ґедзь", unit=unit("Архів"))
    editor(name="Інша")
    assert list(office.get(LIST, {"q": "ЯРИНА ґедзь"}).context["object_list"]) == [one]
    assert list(office.get(LIST, {"unit": one.unit_id}).context["object_list"]) == [one]
    assert list(office.get(LIST, {"groups": group_of(Role.OFFICIAL).pk}).context["object_list"]) == [one]
    text = office.get(LIST).content.decode()
    assert "Архів" in text
    assert one.email in text


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%22",
        "p=-1",
        "p=abc",
        "ordering=last_name",
        "ordering=name",
        "ordering=-email",
        "groups=x",
        "unit=9e9",
    ],
)
def test_a_strange_query_is_no_error(office, query):
    assert office.get(f"{LIST}?{query}").status_code in (200, 404)
    assert office.get(f"/admin/users/results/?{query}").status_code in (200, 404)


def test_the_list_costs_the_same_for_few_and_many(office, constant_queries):
    constant_queries(lambda: office.get(LIST), lambda n: many_people(n, Role.OFFICIAL))


@pytest.mark.parametrize("action", ["assign_role", "set_active_state", "delete"])
def test_nothing_is_done_to_many_people_at_once(office, signed_in, action):
    user = resident()
    form = {"role": group_of(Role.HEAD).pk, "mark_as_active": "False"}
    for browser in (office, signed_in(superuser())):
        browser.get(f"/admin/bulk/accounts/user/{action}/?id={user.pk}")
        browser.post(f"/admin/bulk/accounts/user/{action}/?id={user.pk}", form)
    after = User.objects.get(pk=user.pk)
    assert after.is_active
    assert not after.groups.exists()


def test_nobody_is_deleted(office, signed_in):
    user = resident()
    for browser in (office, signed_in(superuser())):
        assert browser.get(f"/admin/users/delete/{user.pk}/").status_code == 302
        browser.post(f"/admin/users/delete/{user.pk}/")
    assert User.objects.filter(pk=user.pk).exists()


def test_groups_are_no_business_of_the_administrator(office):
    assert office.get("/admin/groups/").status_code == 302


def test_only_the_administrator_sees_people(signed_in):
    for make in (head, editor, official):
        assert signed_in(make()).get(LIST).url == "/admin/"


def test_the_position_of_an_employee_is_not_the_position_on_a_theme(office):
    page = office.get("/admin/users/new/").content.decode()
    assert "Посада" in page
    assert "Позиція" not in page
