"""The staff's inbox with many cases: every tab, filters, search, the panel, the case screen."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import Settlement, Unit, User
from accounts.roles import Role, group_of
from bench.common import Probe, get, scene
from casework.enums import Channel
from casework.models import Applicant, Case
from casework.procedure import all_procedures
from core.text import fold

CHUNK = 5_000
LIMIT = 150
SENTENCE = (
    "Прошу надати копії рішень про виділення земельних ділянок, кошторис ремонту вуличного освітлення, графік роботи "
    "мобільного центру, перелік послуг, протоколи засідань комісії, звіт про виконання бюджету громади"
)
WORDS = SENTENCE.split()
NAMES = ("Олена Коваль", "Андрій Мельник", "Марія Шевченко", "Іван Бондар", "Оксана Ткаченко")


def person(email, role, **fields):
    """Make a member of staff."""
    user = User.objects.create_user(email, **fields)
    user.groups.add(group_of(role))
    return user


def case_row(number, procedure, units, officials, settlements, now):
    """One unsaved case; one in ten is open, as after years of use."""
    is_open = number % 10 == 0
    received = now - timedelta(days=number % 20 if is_open else number % 1800, minutes=number % 1440)
    text = " ".join(WORDS[(number + step) % len(WORDS)] for step in range(60 + number % 90))
    name = f"ПРК-2026-{number:05d}"
    return Case(
        number=name,
        procedure=procedure.key,
        state=procedure.states[number % len(procedure.states)].key,
        is_open=is_open,
        channel=Channel.values[number % 9],
        received_at=received,
        due_at=received + timedelta(days=8) if is_open else None,
        decided_at=None if is_open else received + timedelta(days=4),
        unit=units[number % len(units)] if number % 4 else None,
        assignee=officials[number % len(officials)] if number % 4 else None,
        settlement=settlements[number % len(settlements)],
        text=text,
        is_quarantined=number % 2500 == 0,
        idempotency_key=f"bench-{number}",
        tracking_secret_hash="bench$",
        search_folded=fold(f"{name} {text}"),
    )


def make_cases(size):
    """Write `size` cases with applicants; return (official, head)."""
    now = timezone.now()
    units = [Unit.objects.create(name=f"Відділ {number}") for number in range(8)]
    settlements = [Settlement.objects.create(name=f"Село {number}") for number in range(12)]
    officials = [person(f"o{number}@example.org", Role.OFFICIAL, unit=units[number % 8]) for number in range(16)]
    procedures = all_procedures()
    for start in range(1, size + 1, CHUNK):
        numbers = range(start, min(start + CHUNK, size + 1))
        rows = Case.objects.bulk_create(
            case_row(number, procedures[number % len(procedures)], units, officials, settlements, now)
            for number in numbers
        )
        people = zip(rows, numbers, strict=True)
        Applicant.objects.bulk_create(
            Applicant(case=row, name=NAMES[number % 5], name_folded=fold(NAMES[number % 5])) for row, number in people
        )
    return officials[0], person("head@example.org", Role.HEAD)


@scene("inbox")
def inbox(size):
    """The inbox of an official and of the head, who sees everything."""
    official, head = make_cases(size)
    lists = [
        Probe("official, mine", get("/admin/vkhidni/?tab=mine", user=official), LIMIT),
        Probe("official, my unit's", get("/admin/vkhidni/?tab=unit", user=official), LIMIT),
        Probe("official, all", get("/admin/vkhidni/?tab=all", user=official), LIMIT),
    ]
    for tab in ("unassigned", "soon", "overdue", "quarantine", "all"):
        lists.append(Probe(f"head, {tab}", get(f"/admin/vkhidni/?tab={tab}", user=head), LIMIT))
    filtered = "/admin/vkhidni/?tab=all&channel=web&settlement=1"
    return [
        *lists,
        Probe("head, all, page 500", get("/admin/vkhidni/?tab=all&page=500", user=head), LIMIT),
        Probe("head, all by term", get("/admin/vkhidni/?tab=all&order=due", user=head), LIMIT),
        Probe("head, all, filtered", get(filtered, user=head), LIMIT),
        Probe("head, search by number", get(f"/admin/vkhidni/?tab=all&q=ПРК-2026-{size:05d}", user=head), LIMIT),
        Probe("head, search by words", get("/admin/vkhidni/?tab=all&q=кошторис+освітлення", user=head)),
        Probe("panel", get("/admin/", user=head), LIMIT),
    ]
