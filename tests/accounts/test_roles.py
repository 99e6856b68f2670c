"""Each role has exactly its rights, whatever anyone did to its group before."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import translation
from wagtail.models import GroupPagePermission, Site

from accounts import roles
from accounts.models import User
from accounts.roles import GROUP_NAMES, Role, group_of, sync_roles

pytestmark = pytest.mark.django_db


def rights_of(role):
    permissions = group_of(role).permissions.select_related("content_type")
    return {f"{row.content_type.app_label}.{row.codename}" for row in permissions}


@pytest.mark.parametrize("role", list(Role))
def test_group_of_a_role_has_exactly_what_was_granted(role):
    assert rights_of(role) == roles.granted(role)
    assert "wagtailadmin.access_admin" in rights_of(role)


def test_every_granted_permission_is_declared_by_a_model():
    assert roles.missing_permissions() == []


def test_no_role_may_touch_groups_or_delete_people():
    for role in Role:
        assert not {right for right in rights_of(role) if right.startswith("auth.")}
        assert "accounts.delete_user" not in rights_of(role)


def test_a_right_added_by_hand_is_taken_back():
    group = group_of(Role.OFFICIAL)
    group.permissions.add(Permission.objects.get(codename="delete_user"))
    GroupPagePermission.objects.create(
        group=group, page=Site.objects.get().root_page, permission=Permission.objects.get(codename="publish_page")
    )
    sync_roles()
    assert rights_of(Role.OFFICIAL) == roles.granted(Role.OFFICIAL)
    assert not group.page_permissions.exists()


def test_writing_the_rights_twice_changes_nothing():
    before = list(GroupPagePermission.objects.order_by("pk").values_list("pk", flat=True))
    sync_roles()
    assert list(GroupPagePermission.objects.order_by("pk").values_list("pk", flat=True)) == before
    assert Group.objects.filter(name__in=GROUP_NAMES.values()).count() == len(Role)


@pytest.mark.parametrize(
    ("role", "types"),
    [
        (Role.EDITOR, {"add", "change"}),
        (Role.PRESS_OFFICER, {"add", "change", "publish"}),
        (Role.HEAD, {"add", "change", "publish", "bulk_delete", "lock", "unlock"}),
        (Role.OFFICIAL, set()),
        (Role.DESK_OPERATOR, set()),
        (Role.ADMINISTRATOR, set()),
    ],
)
def test_rights_on_pages_hang_on_the_front_page(role, types):
    rows = group_of(role).page_permissions.all()
    assert {row.permission.codename for row in rows} == {f"{kind}_page" for kind in types}
    front = Site.objects.get().root_page
    assert {row.page for row in rows} <= {front, *front.get_translations()}


def test_rights_on_pages_follow_the_site():
    site = Site.objects.get()
    site.root_page = site.root_page.get_root()
    site.save()
    assert {row.page_id for row in group_of(Role.EDITOR).page_permissions.all()} == {site.root_page_id}


def test_a_user_knows_their_roles():
    user = User.objects.create_user("olha@example.org")
    user.groups.add(group_of(Role.OFFICIAL), group_of(Role.HEAD), Group.objects.create(name="Інші"))
    assert user.role_set == {"official", "head"}
    assert user.has_role(Role.HEAD)
    assert user.has_role("editor", "official")
    assert not user.has_role(Role.EDITOR)
    assert user.is_official_staff


def test_nobody_has_a_role_after_they_left():
    user = User.objects.create_user("ivan@example.org", is_active=False)
    user.groups.add(group_of(Role.HEAD))
    assert user.role_set == frozenset()
    assert not user.is_official_staff


def test_a_superuser_is_staff_without_a_role():
    user = User.objects.create_superuser("root@example.org")
    assert user.is_official_staff
    assert not user.has_role(*Role)


def test_people_are_found_by_role():
    head, resident = User.objects.create_user("a@example.org"), User.objects.create_user("b@example.org")
    head.groups.add(group_of(Role.HEAD), group_of(Role.OFFICIAL))
    assert list(User.objects.with_role("head", "official")) == [head]
    assert list(User.objects.all().residents()) == [resident]


def test_an_unknown_role_or_a_nameless_permission_is_refused():
    with pytest.raises(ValueError, match="king"):
        roles.grant("king", "accounts.view_user")
    with pytest.raises(ValueError, match="app_label"):
        roles.grant("head", "view_user")


def test_groups_are_called_by_the_ukrainian_labels():
    with translation.override("uk"):
        assert {str(role.label) for role in Role} == set(GROUP_NAMES.values())
