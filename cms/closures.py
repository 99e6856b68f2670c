"""Days of the coming weeks that differ from the week, as the working calendar tells them; kept until the calendar changes."""

from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone, translation

from cms.schedule import Mark
from core.workdays import Calendar

KEY = "cms.closures"
DAYS = 92
KEEP_FOR = 300
LANGUAGES = ("uk", "en")


def marks():
    """Marks of the days from today on, in the reader's language: {date: Mark}; `marks().get` suits `state_at`."""
    today = timezone.localdate()
    found = cache.get(_key())
    if found is None or found[0] != today:
        found = today, marks_of(Calendar.load(), today, DAYS)
        cache.set(_key(), found, KEEP_FOR)
    return found[1]


def marks_of(calendar, first, number):
    """Marks of `number` days from `first` on: closed days with their reason, and weekends that are worked."""
    days = (first + timedelta(days=ahead) for ahead in range(number))
    return {day: told for day in days if (told := mark_of(calendar, day))}


def mark_of(calendar, day):
    """The Mark of one day, or None for a day as any other; a plain weekend is such a day, for a place may work on it."""
    if calendar.is_day_off(day):
        return Mark(is_closed=True, reason=calendar.why(day))
    if day.weekday() >= 5 and calendar.is_working(day):
        return Mark(is_closed=False, reason=calendar.why(day))
    return None


def forget(**kwargs):
    """The calendar changed."""
    cache.delete_many([f"{KEY}:{language}" for language in LANGUAGES])


def _key():
    return f"{KEY}:{'en' if (translation.get_language() or 'uk').startswith('en') else 'uk'}"
