"""Rows by the hundred, written past the verbs for tests that count queries: each in a few statements, whatever the number.

Every function adds `number` rows, takes fields that all of them share, and may be called again in the same test.
"""

from itertools import count
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from accounts.models import Settlement, Unit, User
from accounts.roles import group_of
from casework.models import Applicant, Case
from cms.models import ContentTag, NewsPage
from cms.models.news import NewsPageTag
from cms.slugs import page_slug
from core.models import Letter, MailAddress
from core.text import fold
from participation.inquiries.models import InformationRequest

_numbers = count(1)


def many(model, number, /, **fields):
    """Rows of any model; a field given as a function of the row's number differs from row to row."""
    return model.objects.bulk_create(
        model(**{name: value(n) if callable(value) else value for name, value in fields.items()})
        for n in (next(_numbers) for _row in range(number))
    )


def extend(model, parents, rows):
    """Give rows of a parent table their rows in the table of `model`, which `bulk_create` refuses to write."""
    link = model._meta.parents[type(parents[0])]
    for parent, row in zip(parents, rows, strict=True):
        setattr(row, link.attname, parent.pk)
    model._base_manager.all()._batched_insert(rows, model._meta.local_concrete_fields, batch_size=None)


def many_units(number, **fields):
    """Units of the authority."""
    return many(Unit, number, name=lambda n: f"Відділ {n}", **fields)


def many_people(number, role=None, **fields):
    """People, each of a unit of their own where they have a role."""
    units = iter(many_units(number) if role else [None] * number)
    people = many(
        User,
        number,
        email=lambda n: f"many{n}@example.org",
        name=lambda n: f"Людина {n}",
        unit=lambda n: next(units),
        **fields,
    )
    if role:
        group = group_of(role)
        User.groups.through.objects.bulk_create(User.groups.through(user=user, group=group) for user in people)
    return people


def many_cases(number, **fields):
    """Cases of as many applicants, units, officials and settlements."""
    officials = many_people(number)
    places = many(Settlement, number, name=lambda n: f"Село {n}")
    handlers, settlements, units = iter(officials), iter(places), iter(many_units(number))
    cases = many(
        Case,
        number,
        **{
            "number": lambda n: f"ПРК-2026-{n:05d}",
            "procedure": "request",
            "state": "in_work",
            "received_at": timezone.now(),
            "due_at": timezone.now(),
            "text": "Скільки ліхтарів?",
            "search_folded": fold("Скільки ліхтарів?"),
            "assignee": lambda n: next(handlers),
            "settlement": lambda n: next(settlements),
            "unit": lambda n: next(units),
            "idempotency_key": lambda n: uuid4().hex,
            "tracking_secret_hash": "many$",
            **fields,
        },
    )
    Applicant.objects.bulk_create(Applicant(case=case, name="Олена") for case in cases)
    return cases


def many_requests(number, **fields):
    """Answered requests that stand in the public register."""
    fields = {"state": "answered", "outcome": "full", "visibility": "register", "public_title": "Тема", **fields}
    cases = many_cases(number, decided_at=timezone.now(), answered_late=False, **fields)
    extend(InformationRequest, cases, [InformationRequest() for _case in cases])
    return cases


def many_letters(number, **fields):
    """Letters of the outbox."""
    return many(
        Letter,
        number,
        **{
            "event": lambda n: f"many:{n}",
            "kind": "testing/note",
            "recipient": lambda n: f"reader{n}@example.org",
            "subject": "Лист",
            "text": "Текст",
            "message_id": lambda n: f"<many-{n}@example.org>",
            **fields,
        },
    )


def many_addresses(number):
    """Addresses that the mail provider complained of."""
    return many(MailAddress, number, email=lambda n: f"bounced{n}@example.org", bounced_at=timezone.now())


def many_news(number, parent, *, tags=(), **fields):
    """Published news under `parent`, as whole branches of the tree: valid paths, addresses and numbers of children."""
    pages = many(
        Page,
        number,
        **{
            "title": lambda n: f"Новина № {n}",
            "draft_title": lambda n: f"Новина № {n}",
            "slug": lambda n: f"bahato-{n}",
            "url_path": lambda n: f"{parent.url_path}bahato-{n}/",
            "path": free_paths(parent),
            "depth": parent.depth + 1,
            "content_type": ContentType.objects.get_for_model(NewsPage),
            "translation_key": lambda n: uuid4(),
            "locale": parent.locale,
            "first_published_at": timezone.now(),
            "last_published_at": timezone.now(),
        },
    )
    Page.objects.filter(pk=parent.pk).update(numchild=children_of(parent).count())
    extend(NewsPage, pages, [NewsPage(**{"lead": "Коротко.", "date": timezone.now(), **fields}) for _page in pages])
    named = [ContentTag.objects.get_or_create(name=name, slug=page_slug(name))[0] for name in tags]
    NewsPageTag.objects.bulk_create(NewsPageTag(tag=tag, content_object_id=page.pk) for page in pages for tag in named)
    return pages


def children_of(parent):
    """The pages under `parent` as the tree has them now; `get_children` trusts the number that the instance remembers."""
    return Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).order_by("path")


def free_paths(parent):
    """A function that gives the next free path under `parent` whenever it is called."""
    last = children_of(parent).last()
    taken = Page._str2int(last.path[-Page.steplen :]) if last else 0
    steps = count(taken + 1)
    return lambda n: Page._get_path(parent.path, parent.depth + 1, next(steps))
