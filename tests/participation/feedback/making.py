"""Summaries for tests, made by the room's own verbs."""

from datetime import date

from participation.feedback import services
from participation.feedback.models import Measure, Theme
from tests.casework.making import make_suggestion
from tests.factories import head, official


def draft_over(number, *, actor=None, email="", **fields):
    """A draft over so many suggestions, all of which speak to one accepted theme; returns (summary, theme, cases)."""
    boss = head()
    actor = actor or boss
    cases = [make_suggestion(email=email.format(n) if email else "", **fields).case for n in range(number)]
    summary = services.start_summary(
        actor=actor, title="Що ви сказали про чергу", period_from=date(2026, 10, 1), period_to=date(2026, 11, 30)
    )
    services.add_cases(summary, [case.pk for case in cases], actor=boss)
    theme = Theme.objects.create(
        summary=summary, title="Черга", said="Довго чекаємо.", position="accepted", reason="Поставимо табло."
    )
    services.place_cases(summary, theme, [case.pk for case in cases], actor=boss)
    return summary, theme, cases


def published(number=6, *, composer=None, **fields):
    """A published summary; returns (summary, theme, cases)."""
    composer = composer or official()
    summary, theme, cases = draft_over(number, actor=composer, **fields)
    summary = services.submit(summary, actor=composer)
    boss = head()
    summary = services.approve(summary, actor=boss)
    return services.publish(summary, actor=boss), theme, cases


def measure_of(theme, owner, **fields):
    """A measure promised under a theme."""
    fields.setdefault("due_on", date(2026, 12, 10))
    return Measure.objects.create(
        theme=theme, text="Поставити табло", owner=owner, owner_position="Начальник", **fields
    )
