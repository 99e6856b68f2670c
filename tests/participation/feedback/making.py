"""Summaries for tests, made by the room's own verbs; many rows at once for tests that count queries."""

import uuid
from datetime import date

from django.urls import reverse
from django.utils import timezone

from casework.models import Case
from participation.feedback import services
from participation.feedback.models import ChosenCase, Measure, Summary, Theme, Voice
from tests.casework.making import make_suggestion
from tests.factories import head, official, press_officer, unit


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
    fields = {"text": "Поставити табло", "due_on": date(2026, 12, 10), **fields}
    return Measure.objects.create(theme=theme, owner=owner, owner_position="Начальник", **fields)


def corrected(summary, composer, *, change):
    """The next version of a published summary, published after `change(draft)`."""
    draft = services.correct(summary, actor=composer, reason="Уточнили рішення.")
    change(draft)
    boss = head()
    return services.publish(services.approve(services.submit(draft, actor=composer), actor=boss), actor=boss)


def many_summaries(number):
    """So many published summaries, each with frozen figures of one theme."""
    boss, composer, now = head(), official(), timezone.now()
    Summary.objects.bulk_create(
        Summary(
            series=uuid.uuid4(),
            slug=f"pidsumok-{uuid.uuid4().hex}",
            title=f"Підсумок {place}",
            period_from=date(2026, 9, 1),
            period_to=date(2026, 9, 30),
            state="published",
            unit=composer.unit,
            composed_by=composer,
            approved_by=boss,
            approved_at=now,
            published_at=now,
            figures={"chosen": 9, "answered": 9, "themes": []},
        )
        for place in range(number)
    )


def many_cases(number, **fields):
    """So many suggestions, written past the verbs."""
    return Case.objects.bulk_create(
        Case(
            number=f"ПРТ-{uuid.uuid4().hex[:20]}",
            procedure="suggestion",
            state="received",
            received_at=timezone.now(),
            text="Поставте лавку.",
            idempotency_key=uuid.uuid4().hex,
            tracking_secret_hash="test$",
            **fields,
        )
        for _place in range(number)
    )


def many_voices(theme, number, **fields):
    """So many suggestions that speak to a theme."""
    cases = many_cases(number, **fields)
    ChosenCase.objects.bulk_create(ChosenCase(summary=theme.summary, case=case) for case in cases)
    Voice.objects.bulk_create(Voice(theme=theme, case=case) for case in cases)


class Office:
    """A unit with two officials and a head, and a draft over four suggestions of the unit with a theme and a measure."""

    def __init__(self):
        self.unit = unit("Відділ доріг")
        self.composer = official(unit=self.unit)
        self.colleague = official(unit=self.unit)
        self.foreigner = official()
        self.head = head()
        self.press = press_officer()
        self.draft, self.theme, self.cases = draft_over(4, actor=self.composer, unit=self.unit)
        self.draft.unit = self.unit
        self.draft.save()
        self.measure = measure_of(self.theme, self.composer)

    def address(self, name, *more):
        return reverse(f"feedback_staff:{name}", args=[self.draft.pk, *more])

    def screens(self):
        """Every screen of the draft by name."""
        theme, measure = self.theme.pk, self.measure.pk
        alone = ("screen", "edit", "discard", "history", "preview", "cases", "sort", "theme_add")
        return {
            **{name: self.address(name) for name in alone},
            "theme": self.address("theme", theme),
            "theme_delete": self.address("theme_delete", theme),
            "measure_add": self.address("measure_add", theme),
            "measure": self.address("measure", theme, measure),
            "measure_delete": self.address("measure_delete", theme, measure),
            "move": self.address("move", "submit"),
        }
