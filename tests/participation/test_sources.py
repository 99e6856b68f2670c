"""The registry of what a summary works over."""

from datetime import date

import pytest

from participation import sources
from participation.sources import Satisfaction, Source, Total

PERIOD = date(2026, 10, 1), date(2026, 10, 31)


@pytest.fixture
def empty(monkeypatch):
    """A registry that nobody has written into."""
    monkeypatch.setattr(sources, "_sources", {})
    monkeypatch.setattr(sources, "_satisfaction", [])


def test_the_house_registers_its_kinds():
    keys = {source.key for source in sources.all_sources()}
    assert {"request", "suggestion", "comments"} <= keys
    assert {"request", "suggestion"} <= set(sources.procedures())


def test_a_kind_registers_once(empty):
    idea = Source("idea", "Ідеї", procedures=("idea",))
    sources.register(idea)
    sources.register(idea)
    assert sources.all_sources() == [idea]
    with pytest.raises(ValueError, match="idea"):
        sources.register(Source("idea", "Інше"))


def test_totals_come_with_their_source_and_leave_out_what_is_empty(empty):
    def appeals(since, until):
        assert (since, until) == PERIOD
        return [Total("roads", "Дороги", 12), Total("light", "Світло", 0)]

    appeal = Source("appeal", "Звернення", totals=appeals)
    sources.register(appeal)
    sources.register(Source("idea", "Ідеї", procedures=("idea",)))
    assert sources.totals(*PERIOD) == [(appeal, Total("roads", "Дороги", 12))]
    assert sources.procedures() == ("idea",)


def test_satisfaction_is_added_up(empty):
    assert sources.satisfaction(*PERIOD) is None
    for found in (Satisfaction(40, 38), None, Satisfaction(10, 10)):
        sources.register_satisfaction(lambda since, until, found=found: found)
    assert sources.satisfaction(*PERIOD) == Satisfaction(50, 48)
