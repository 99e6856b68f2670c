"""How far a project came: percent between a baseline and a target, the history of an indicator. Pure functions."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import date_format, number_format


def share(baseline, target, value):
    """Percent (0 to 100, whole) of the way from `baseline` to `target`, upwards or downwards.

    Never says 100 before the target is reached: 99.7 is 99. Equal ends have no way between them: 100 when reached, else 0.
    """
    baseline, target, value = Decimal(baseline), Decimal(target), Decimal(value)
    if target == baseline:
        return 100 if value == target else 0
    part = (value - baseline) / (target - baseline) * 100
    if part >= 100:
        return 100
    return max(0, min(99, int(part.quantize(Decimal(1), ROUND_HALF_UP))))


def overall(goals):
    """The mean of the goals' percents (a goal never measured counts as 0), or None when none was measured."""
    if not any(goal.current is not None for goal in goals):
        return None
    return sum(goal.percent for goal in goals) // len(goals)


def amount(value, unit=""):
    """A number in the reader's language without useless noughts, with its unit."""
    value = Decimal(value)
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    text = number_format(value, use_l10n=True, force_grouping=abs(value) >= 10_000)
    return f"{text}\u00a0{unit}" if unit else text


@dataclass(frozen=True)
class GoalView:
    """A goal as readers see it: its percent, its numbers in words, rows for the chart (label, number, display)."""

    text: str
    indicator: str
    percent: int
    baseline: str
    target: str
    current: Decimal | None
    current_said: str
    measured_on: date | None
    rows: tuple = ()
    sources: tuple = ()

    @classmethod
    def of(cls, goal):
        """Read a goal; its values are sorted here, so that prefetched rows serve."""
        values = sorted(goal.values.all(), key=lambda row: row.measured_on)
        last = values[-1] if values else None
        return cls(
            text=goal.text,
            indicator=goal.indicator,
            percent=goal.progress_at(last.value) if last else 0,
            baseline=amount(goal.baseline, goal.unit),
            target=amount(goal.target, goal.unit),
            current=last.value if last else None,
            current_said=amount(last.value, goal.unit) if last else "",
            measured_on=last.measured_on if last else None,
            rows=tuple(
                (date_format(row.measured_on, "j E Y"), row.value, amount(row.value, goal.unit)) for row in values
            ),
            sources=tuple(dict.fromkeys(row.source for row in values if row.source)),
        )
