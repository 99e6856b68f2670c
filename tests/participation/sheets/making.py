"""Collections of voices for tests, told in one word."""

from datetime import date
from secrets import token_hex

from casework.actors import Actor
from casework.models import Case
from participation.sheets.models import Record
from participation.sheets.services import open_collection, print_sheets, sign
from tests import factories
from tests.casework.making import make_suggestion

BORN = date(1980, 5, 17)
IVAN = "Іван Петренко"


def make_case(*, author=None, title="Пандус біля бібліотеки", **fields):
    """A matter that stands in the public register."""
    actor = Actor.person(author) if author else None
    case = make_suggestion(actor=actor).case
    facts = {"public_title": title, "public_text": "Зробімо вхід доступним.", "visibility": "register", **fields}
    Case.objects.filter(pk=case.pk).update(**facts)
    return Case.objects.get(pk=case.pk)


def make_collection(case=None, kind="signatures", **fields):
    """A collection for a matter, of signatures unless told otherwise."""
    fields.setdefault("title", "Пандус біля бібліотеки")
    return open_collection(case or make_case(), kind, **fields)


def make_sheet(collection, rows=10, actor=None):
    """One numbered sheet."""
    return print_sheets(collection, copies=1, rows_per_sheet=rows, actor=actor or factories.desk_operator())[0]


def make_voice(collection, name=IVAN, born=BORN, user=None, **fields):
    """A voice given on the site by a person of this name."""
    return sign(collection, user=user or factories.resident(name=name), name=name, birth_date=born, **fields)


def many_voices(collection, number):
    """Voices made at once, past the verbs, for lists with many rows."""
    Record.objects.bulk_create(
        Record(collection=collection, person_key=token_hex(32), name=f"Людина {place}", channel="web")
        for place in range(number)
    )
