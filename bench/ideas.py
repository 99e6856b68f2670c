"""The public list of ideas with many rows: orders, filters, places, similar ideas, one idea, exports."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from accounts.models import Settlement
from bench.common import Probe, get, scene
from casework.models import Applicant, Case
from core.text import fold
from participation.comments.models import Thread
from participation.ideas.models import Idea, IdeaCall, IdeaTag, IdeaWord
from participation.ideas.similar import stems
from participation.moderation.models import Contribution
from participation.sheets.models import Collection

CHUNK = 5_000
LIMIT = 150
LIST = "/uchast/idei/"
THINGS = (
    "навіс на зупинці",
    "ліхтарі на стежці",
    "лавки в парку",
    "пандус у бібліотеці",
    "майданчик для дітей",
    "велодоріжка",
)
WORDS = "Людям ніде сховатися від дощу, а діти чекають на автобус. Потрібні навіс, лавка й ліхтар поруч. " * 8
STATES = (
    "published",
    "published",
    "published",
    "evaluation",
    "implementation",
    "done",
    "rejected",
    "published",
    "published",
    "done",
)


def case_row(number, now, places):
    """One unsaved case of a public idea."""
    title = f"{THINGS[number % 6].capitalize()}: квартал {number % 97}"
    return Case(
        number=f"ІДЕ-2026-{number:05d}",
        procedure="idea",
        state=STATES[number % 10],
        is_open=False,
        received_at=now - timedelta(days=number % 900, minutes=number % 1440),
        visibility="register",
        public_title=title,
        public_text=WORDS,
        text=WORDS,
        settlement=places[number % len(places)],
        search_folded=fold(title),
        idempotency_key=f"bench-{number}",
        tracking_secret_hash="bench$",
    )


def parts_of(cases):
    """Everything that the verbs make beside the case: contributions, discussions, collections of support."""
    words = Contribution.objects.bulk_create(
        Contribution(kind="idea", author_name="Олена", text=case.public_title, created_at=case.received_at)
        for case in cases
    )
    threads = Thread.objects.bulk_create(
        Thread(kind="idea", title=case.public_title, comment_count=case.pk % 40) for case in cases
    )
    collections = Collection.objects.bulk_create(
        Collection(case=case, kind="support", title=case.public_title, voices=case.pk * 7 % 500) for case in cases
    )
    return zip(cases, words, threads, collections, strict=True)


def make_ideas(size):
    """Write `size` ideas; a child table takes no bulk_create, so its rows are written as the table has them."""
    now, places = timezone.now(), Settlement.objects.bulk_create(Settlement(name=f"Село {n}") for n in range(12))
    calls = IdeaCall.objects.bulk_create(
        IdeaCall(title=f"Заклик {n}", slug=f"zaklyk-{n}", question="Що?", is_published=True) for n in range(5)
    )
    tags = IdeaTag.objects.bulk_create(IdeaTag(name=f"Тег {n}", slug=f"teh-{n}") for n in range(8))
    for start in range(1, size + 1, CHUNK):
        numbers = range(start, min(start + CHUNK, size + 1))
        cases = Case.objects.bulk_create(case_row(number, now, places) for number in numbers)
        Applicant.objects.bulk_create(Applicant(case=case, name="Олена Коваль", publish_name=True) for case in cases)
        rows = [idea_row(*parts, calls) for parts in parts_of(cases)]
        Idea._base_manager.all()._batched_insert(rows, Idea._meta.local_concrete_fields, batch_size=None)
        link = Idea.tags.through
        link.objects.bulk_create(link(idea_id=case.pk, ideatag_id=tags[case.pk % 8].pk) for case in cases)
        IdeaWord.objects.bulk_create(
            (
                IdeaWord(idea_id=case.pk, stem=stem)
                for case in cases
                for stem in stems(f"{case.public_title} {WORDS[:200]}")
            ),
            batch_size=10_000,
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def idea_row(case, words, thread, collection, calls):
    """What the table of ideas keeps of one."""
    has_point = case.pk % 3 == 0
    return Idea(
        case_ptr_id=case.pk,
        call=calls[case.pk % 5],
        contribution=words,
        thread=thread,
        collection=collection,
        published_at=case.received_at,
        latitude=50 + case.pk % 500 / 1000 if has_point else None,
        longitude=30 + case.pk % 700 / 1000 if has_point else None,
        listed_at=case.received_at,
        listed_state=case.state,
        listed_settlement_id=case.settlement_id,
        public_folded=fold(f"{case.number} {case.public_title}"),
    )


@scene("ideas")
def ideas(size):
    """What a reader of the ideas waits for."""
    make_ideas(size)
    settlement, number = Settlement.objects.order_by("pk").first().pk, Idea.objects.order_by("pk").first().number
    probes = [
        ("list", ""),
        ("list, page 50", "?page=50"),
        ("most supported", "?order=support"),
        ("most discussed", "?order=talk"),
        ("words", "?q=навіс+зупинці"),
        ("words that nothing holds", "?q=космодром"),
        ("state", "?state=evaluation"),
        ("state that nothing has", "?state=withdrawn"),
        ("call and settlement", f"?call=zaklyk-2&settlement={settlement}&order=support"),
        ("tag", "?tag=teh-3"),
        ("places", "mistsia/"),
        ("call", "zaklyky/zaklyk-1/"),
        ("similar ideas", "skhozhi/?q=Поставити+навіс+і+лавку+на+зупинці+у+кварталі"),
        ("one idea", f"{number}/"),
    ]
    return [Probe(name, get(LIST + path), LIMIT) for name, path in probes]
