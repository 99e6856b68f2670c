"""The public register of requests with many rows: list, filters, words, one request, exports."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from bench.common import Probe, get, scene
from casework.models import Applicant, Case
from core.text import fold
from participation.inquiries.models import InformationRequest
from participation.inquiries.models.request import LISTED

CHUNK = 5_000
LIMIT = 150
REGISTER = "/zvernennia/reiestr/"
THINGS = ("ремонт дороги", "оренда землі", "видатки на освітлення", "премії апарату", "черга до садка", "вивіз сміття")
ORIGINAL = "Прошу надати копії рішень, кошторисів і актів виконаних робіт за всі роки. " * 12
STATES = ("answered", "closed", "closed", "closed", "in_work", "closed", "forwarded", "closed", "closed", "closed")


def case_row(number, now):
    """One unsaved case; one in seven has no public title yet and is not listed."""
    received, state = now - timedelta(days=number % 1800, minutes=number % 1440), STATES[number % 10]
    is_decided = state in {"answered", "closed"}
    return Case(
        number=f"ЗПІ-2026-{number:05d}",
        procedure="request",
        state=state,
        outcome="full" if is_decided else "",
        is_open=state == "in_work",
        received_at=received,
        decided_at=received + timedelta(days=5) if is_decided else None,
        answered_late=number % 9 == 0 if is_decided else None,
        visibility="register",
        public_title=f"{THINGS[number % 6].capitalize()} у {number % 97} кварталі" if number % 7 else "",
        text=ORIGINAL,
        idempotency_key=f"bench-{number}",
        tracking_secret_hash="bench$",
    )


def make_requests(size):
    """Write `size` requests; a child table takes no bulk_create, so its rows are copied by SQL."""
    now, parent = timezone.now(), InformationRequest._meta.get_field("case_ptr").column
    for start in range(1, size + 1, CHUNK):
        numbers = range(start, min(start + CHUNK, size + 1))
        rows = Case.objects.bulk_create(case_row(number, now) for number in numbers)
        Applicant.objects.bulk_create(Applicant(case=row, name="Олена Коваль", publish_name=True) for row in rows)
        columns = {field.column: field.get_db_prep_save(field.get_default(), connection) for field in own_fields()}
        for name in LISTED:
            del columns[name]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {InformationRequest._meta.db_table} ({', '.join((parent, *LISTED, *columns))}) "
                f"VALUES ({', '.join(['%s'] * (len(LISTED) + len(columns) + 1))})",
                [(row.pk, *listed(row), *columns.values()) for row in rows],
            )


def own_fields():
    """The columns of the child table but its link to the case."""
    return [field for field in InformationRequest._meta.local_concrete_fields if not field.primary_key]


def listed(row):
    """What `InformationRequest.save` would keep."""
    if not row.public_title:
        return None, "", ""
    received = connection.ops.adapt_datetimefield_value(row.received_at)
    return received, row.state, fold(f"{row.number} {row.public_title}")


@scene("register")
def register(size):
    """What a reader of the register waits for."""
    make_requests(size)
    probes = [
        ("list", ""),
        ("list, page 50", "?page=50"),
        ("words", "?q=ремонт+дороги"),
        ("words that nothing holds", "?q=космодром"),
        ("number", f"?q=ЗПІ-2026-{size - 1:05d}"),
        ("state", "?state=in_work"),
        ("state that nothing has", "?state=appealed"),
        ("year and words", f"?year={timezone.now().year}&q=оренда"),
        ("one request", f"ЗПІ-2026-{size // 7 * 7 - 1:05d}/"),
        ("feed", "rss/"),
    ]
    return [Probe(name, get(REGISTER + path), LIMIT) for name, path in probes]
