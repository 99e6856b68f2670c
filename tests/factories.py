"""People and places for tests, told in one word: `official(unit=unit("Відділ"))`, `head()`, `resident(name="Олена")`.

Every function takes the model's fields by name and saves one row; what is not given is invented, different each time.
"""

from itertools import count

from accounts.models import Settlement, SettlementKind, Unit, User, VerificationLevel
from accounts.roles import Role, group_of

PASSWORD = "Kalyna-2026-gai"
_numbers = count(1)


def unit(name="", **fields):
    """Make a unit of the authority."""
    number = next(_numbers)
    return Unit.objects.create(name=name or f"Відділ № {number}", **fields)


def settlement(name="", **fields):
    """Make a settlement of the community, a village unless told otherwise."""
    number = next(_numbers)
    fields.setdefault("kind", SettlementKind.VILLAGE)
    return Settlement.objects.create(name=name or f"Село-{number}", **fields)


def person(email="", **fields):
    """Make an active user with the password `PASSWORD` and no role."""
    number = next(_numbers)
    fields.setdefault("name", f"Людина {number}")
    return User.objects.create_user(email or f"person{number}@example.org", PASSWORD, **fields)


def resident(**fields):
    """Make a resident with a confirmed e-mail."""
    fields.setdefault("verification", VerificationLevel.EMAIL)
    return person(**fields)


def superuser(**fields):
    """Make a user who may do everything."""
    return person(is_staff=True, is_superuser=True, **fields)


def in_role(role, **fields):
    """Make a member of staff in `role`."""
    user = person(**fields)
    user.groups.add(group_of(role))
    return user


def official(**fields):
    """Make an official; of a new unit unless `unit=` is given."""
    fields.setdefault("position", "Головний спеціаліст")
    if "unit" not in fields:
        fields["unit"] = unit()
    return in_role(Role.OFFICIAL, **fields)


def head(**fields):
    """Make the head, who approves and is responsible for every unit."""
    fields.setdefault("position", "Начальниця відділу «ЦНАП»")
    return in_role(Role.HEAD, **fields)


def editor(**fields):
    """Make an editor of the site's pages."""
    return in_role(Role.EDITOR, **fields)


def desk_operator(**fields):
    """Make an operator of the front desk."""
    return in_role(Role.DESK_OPERATOR, **fields)


def press_officer(**fields):
    """Make a press officer."""
    return in_role(Role.PRESS_OFFICER, **fields)


def administrator(**fields):
    """Make an administrator of people and places."""
    return in_role(Role.ADMINISTRATOR, **fields)
