"""One person of every role, two more officials, three residents. All names are invented."""

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.crypto import get_random_string

from accounts.models import Settlement, StarostaDistrict, Unit, User, VerificationLevel
from accounts.roles import Role, group_of

from .places import CENTRE, LAND, UTILITIES, WELFARE

PASSWORD = "Zrazkova-hromada-2026"


@dataclass(frozen=True)
class Person:
    """One line of the list below."""

    mailbox: str
    name: str
    role: Role | None = None
    position: str = ""
    unit: str = ""
    settlement: str = ""
    phone: str = ""
    verified: str = VerificationLevel.EMAIL

    @property
    def email(self):
        """Addresses of example.org never reach anybody (RFC 2606)."""
        return f"{self.mailbox}@example.org"


PEOPLE = [
    Person("editor", "Ірина Савчук", Role.EDITOR, "головна спеціалістка з комунікацій", CENTRE),
    Person("press", "Максим Левченко", Role.PRESS_OFFICER, "пресофіцер громади", CENTRE),
    Person("desk", "Тетяна Бойко", Role.DESK_OPERATOR, "адміністраторка ЦНАП", CENTRE),
    Person("official", "Андрій Мельник", Role.OFFICIAL, "головний спеціаліст", LAND),
    Person("welfare", "Наталія Кравець", Role.OFFICIAL, "провідна спеціалістка", WELFARE),
    Person("utilities", "Роман Поліщук", Role.OFFICIAL, "головний спеціаліст", UTILITIES),
    Person("head", "Олена Гнатюк", Role.HEAD, "начальниця відділу «ЦНАП»", CENTRE),
    Person("admin", "Дмитро Ткач", Role.ADMINISTRATOR, "головний спеціаліст з інформаційних технологій", CENTRE),
    Person(
        "hanna", "Ганна Коваленко", settlement="Вербівка", phone="+380 44 000 01 01", verified=VerificationLevel.DESK
    ),
    Person("petro", "Петро Заєць", settlement="Ковалівка"),
    Person("oksana", "Оксана Лисенко", settlement="Озерне", phone="+380 44 000 01 03"),
]
STAROSTAS = {"Ковалівський старостинський округ": ("kovalivka", "Василь Шевчук")}


def password():
    """The password of every demo account.

    It is printed in the documentation, so a site that demands a second factor of its staff (a public one) gets a random
    password instead, which nobody knows: accounts are then opened by the "forgot the password" letter or an administrator.
    """
    return get_random_string(40) if settings.STAFF_SECOND_FACTOR_REQUIRED else PASSWORD


def load():
    """Make the people who are missing."""
    hashed = make_password(password())
    for person in PEOPLE:
        if not User.objects.filter(email=person.email).exists():
            _add(person, hashed)
    for district, (mailbox, name) in STAROSTAS.items():
        person = Person(mailbox, name, position="староста", settlement="Ковалівка")
        starosta = User.objects.filter(email=person.email).first() or _add(person, hashed)
        StarostaDistrict.objects.filter(name=district, starosta=None).update(starosta=starosta)


def _add(person, hashed):
    user = User.objects.create(
        email=person.email,
        password=hashed,
        name=person.name,
        position=person.position,
        phone=person.phone,
        unit=Unit.objects.get(name=person.unit) if person.unit else None,
        settlement=Settlement.objects.get(name=person.settlement) if person.settlement else None,
        verification=person.verified,
        verified_at=timezone.now(),
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    if person.role:
        user.groups.add(group_of(person.role))
    return user


def sign_ins():
    """Lines that tell who can sign in: address and role or settlement; nothing when the known password does not work."""
    users = User.objects.in_bulk([person.email for person in PEOPLE], field_name="email")
    first = users.get(PEOPLE[0].email)
    known = users if first and first.check_password(PASSWORD) else ()
    rows = [(person.email, person.role.label if person.role else person.settlement) for person in PEOPLE]
    return [f"{email:<24} {what}" for email, what in rows if email in known]
