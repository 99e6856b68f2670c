"""The directory of the invented community: seven units, sixteen posts, people with and without consents, receptions."""

from datetime import time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import Unit
from cms.models import (
    Appointment,
    ConsentRecord,
    ConsentWay,
    OnDayOff,
    Person,
    PersonPhoto,
    Post,
    Reception,
    ReceptionDate,
    UnitProfile,
    WhichWeek,
)
from cms.portraits import portrait

from .directory_texts import CONSENTS, POSTS, PROFILES
from .faces import portrait_of

HALL = "вул. Центральна, 1, кабінет 201"
SIGN_UP = "+380 44 000 15 81"
YEAR = 365
RULES = [
    (
        "head",
        WhichWeek.FIRST,
        1,
        OnDayOff.MOVE,
        "Запис до 17:00 попереднього дня. Можна прийти і без запису, після записаних.",
    ),
    ("deputy", WhichWeek.EVERY, 3, OnDayOff.SKIP, "Без запису."),
    ("secretary", WhichWeek.LAST, 4, OnDayOff.MOVE, ""),
    ("cnap_head", WhichWeek.EVERY, 0, OnDayOff.SKIP, "З питань якості послуг, без запису."),
]


def load():
    """Make the directory once; a directory that has posts is left alone."""
    if Post.objects.exists():
        return
    _profiles()
    posts = _posts()
    _receptions(posts)
    people = _people()
    _appointments(posts, people)


def _profiles():
    units = {unit.name: unit for unit in Unit.objects.all()}
    for order, (name, english, parent, functions, functions_en, room, phone) in enumerate(PROFILES, 1):
        unit = units.get(name)
        if unit is not None:
            UnitProfile.objects.get_or_create(
                unit=unit,
                defaults={
                    "name_en": english,
                    "parent": units.get(parent),
                    "functions": "\n".join(functions),
                    "functions_en": "\n".join(functions_en),
                    "address": f"вул. Центральна, 1, {room}, селище Зразкове",
                    "phone": phone,
                    "hours": "Пн–Пт, 8:00–17:00",
                    "order": order * 10,
                },
            )


def _posts():
    units = {unit.name: unit for unit in Unit.objects.all()}
    made = {}
    for order, row in enumerate(POSTS, 1):
        key, unit, title, english, is_head, phone, mailbox, room, duties = row
        made[key] = Post.objects.create(
            unit=units.get(unit),
            title=title,
            title_en=english,
            is_head=is_head,
            phone=phone,
            email=f"{mailbox}@example.org" if mailbox else "",
            room=room,
            duties=duties,
            order=order * 10,
        )
    return made


def _receptions(posts):
    for key, which, weekday, on_day_off, note in RULES:
        Reception.objects.create(
            post=posts[key],
            which=which,
            weekday=weekday,
            on_day_off=on_day_off,
            starts=time(9),
            ends=time(12),
            place=HALL,
            sign_up_phone=SIGN_UP if key == "head" else "",
            note=note,
        )
    day = timezone.localdate() + timedelta(days=16)
    ReceptionDate.objects.create(
        post=posts["head"],
        date=day + timedelta(days=(5 - day.weekday()) % 7),
        starts=time(10),
        ends=time(13),
        place="Будинок культури, село Вербівка",
        note="Виїзний прийом, разом із депутатами округу.",
    )


def _people():
    today = timezone.localdate()
    made = {}
    for key, name, covers, bio, colour in CONSENTS:
        person = made[key] = Person.objects.create(full_name=name, bio=bio)
        if colour:
            drawn = SimpleUploadedFile("portrait.jpg", portrait(portrait_of(colour)), "image/jpeg")
            PersonPhoto.take(drawn, person=person)
        if covers:
            ConsentRecord.objects.create(
                person=person,
                given_on=today - timedelta(days=200),
                way=ConsentWay.PAPER,
                document="Журнал згод, запис у загальному відділі",
                **{f"covers_{what}": True for what in covers},
            )
    return made


def _appointments(posts, people):
    today = timezone.localdate()
    for person, post, years, left, acting in (
        ("dovzhenko", "head", 6, None, False),
        ("marchenko", "deputy", 4, None, False),
        ("rudenko", "secretary", 5, None, False),
        ("hnatiuk", "cnap_head", 3, None, False),
        ("boiko", "cnap_admin", 2, None, False),
        ("savchuk", "press", 2, None, False),
        ("melnyk", "land_specialist", 4, None, False),
        ("melnyk", "land_head", 0.3, None, True),
        ("kravets", "welfare_lead", 5, None, False),
        ("sydorenko", "welfare_head", 7, None, False),
        ("polishchuk", "utilities_lead", 2, None, False),
        ("honchar", "utilities_head", 3, None, False),
        ("klymenko", "finance_head", 6, None, False),
        ("tkach", "it", 1, None, False),
        ("kravchuk", "cnap_head", 8, 3.1, False),
        ("bondar", "land_head", 5, 0.4, False),
    ):
        Appointment.objects.create(
            person=people[person],
            post=posts[post],
            since=today - timedelta(days=int(years * YEAR)),
            until=today - timedelta(days=int(left * YEAR)) if left else None,
            is_acting=acting,
        )
