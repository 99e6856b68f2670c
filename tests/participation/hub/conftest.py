"""A room for the tests: real functions, registered for one test and taken away after it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import Case
from participation import openings
from participation.openings import Decided, Happening, Opening, Scale


class Room:
    """What a room tells: lists that a test fills, and rows of cases when it wants many."""

    def __init__(self):
        self.opened, self.happening, self.decisions = [], [], []

    def open(self, title="Слухання про парк", **fields):
        usual = {"url": "/uchast/slukhannia/1/", "asks": "Зареєструватися", "kind": "gathering"}
        self.opened.append(Opening(title=title, **{**usual, **fields}))

    def day(self, title="Слухання про парк", *, at, **fields):
        usual = {"url": "/uchast/slukhannia/1/", "kind": "gathering", "key": f"gathering-{len(self.happening)}"}
        self.happening.append(Happening(title=title, starts_at=at, **{**usual, **fields}))

    def decide(self, title, *, on, **fields):
        self.decisions.append(
            Decided(kind=fields.pop("kind", "gathering"), title=title, url="/uchast/slukhannia/1/", on=on, **fields)
        )

    def _many(self):
        return Case.objects.filter(tracking_secret_hash="test$")  # written by `many_cases`

    def open_now(self, now):
        rows = self._many().select_related("settlement").order_by("pk")
        return [*self.opened, *(self._of_case(row) for row in rows)]

    def _of_case(self, case):
        return Opening(
            kind="talk", title=case.number, url="/", asks="Підтримати", scale=Scale.INVOLVE, settlement=case.settlement
        )

    def between(self, since, until):
        rows = self._many().filter(received_at__gte=since, received_at__lt=until)
        found = [
            Happening(kind="talk", key=f"case-{case.pk}", title=case.number, url="/", starts_at=case.received_at)
            for case in rows.order_by("pk")
        ]
        return [*(row for row in self.happening if since <= row.starts_at < until), *found]

    def decided(self, now, limit):
        return sorted(self.decisions, key=lambda row: row.on, reverse=True)[:limit]


@pytest.fixture
def room():
    """Register a room with two kinds; afterwards everything is as it was."""
    registries = (openings._kinds, openings._open, openings._dates, openings._decided)
    before = [registry.copy() for registry in registries]
    found = Room()
    openings.register_kind("gathering", "Слухання")
    openings.register_kind("talk", "Розмови")
    openings.register_open(found.open_now)
    openings.register_dates(found.between)
    openings.register_decided(found.decided)
    yield found
    for registry, kept in zip(registries, before, strict=True):
        registry.clear()
        registry.update(kept) if isinstance(kept, dict) else registry.extend(kept)


@pytest.fixture
def soon(clock):
    """`soon(days)`: so many days from the frozen now."""
    return lambda days: timezone.now() + timedelta(days=days)
