"""The six roles of staff. A role is a group of users; what a group may do is decided in `accounts.roles`."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """What a member of staff does here; one person may have several roles."""

    EDITOR = "editor", pgettext_lazy("role", "Editor")
    DESK_OPERATOR = "desk_operator", pgettext_lazy("role", "Desk operator")
    OFFICIAL = "official", pgettext_lazy("role", "Official")
    HEAD = "head", pgettext_lazy("role", "Head")
    PRESS_OFFICER = "press_officer", pgettext_lazy("role", "Press officer")
    ADMINISTRATOR = "administrator", pgettext_lazy("role", "Administrator")


# Names of groups are data, stored once in the official language; the labels above follow the reader's language.
GROUP_NAMES = {
    Role.EDITOR: "Редактор",
    Role.DESK_OPERATOR: "Оператор фронт-офісу",
    Role.OFFICIAL: "Посадова особа",
    Role.HEAD: "Керівник",
    Role.PRESS_OFFICER: "Пресофіцер",
    Role.ADMINISTRATOR: "Адміністратор порталу",
}
ROLE_BY_GROUP_NAME = {name: role for role, name in GROUP_NAMES.items()}
