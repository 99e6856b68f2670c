from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens of people, with ours in place of its list and forms."""

    user_viewset = "accounts.staff.people.PeopleViewSet"
