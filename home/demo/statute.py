"""Numbers that the demo community's statute sets: the usual ones with their act, and one change still to come."""

from datetime import date

from accounts.models import User
from participation.statute import services
from participation.statute.models import StatuteParameter
from participation.statute.numbers import declaration

STATUTE = "Статут Зразкової громади, рішення ради від 18.12.2025 № 1204, п. {} (демонстраційний)"
CHANGE = "Рішення ради від 12.11.2026 № 1377, п. 2 (демонстраційне)"
IN_FORCE = (("hearing-initiators", "41"), ("hearing-notice", "43"), ("group-call", "56"), ("moderation-hold", "71"))
SINCE, NEXT_YEAR = date(2026, 1, 1), date(2027, 1, 1)
TO_COME = ("hearing-notice", 14)


def load():
    """Enter what is not there yet, of the numbers that rooms declare."""
    for key, clause in IN_FORCE:
        _enter(key, None, STATUTE.format(clause), SINCE)
    _enter(*TO_COME, CHANGE, NEXT_YEAR)


def _enter(key, value, act, day):
    try:
        known = declaration(key)
    except KeyError:
        return
    if not StatuteParameter.objects.filter(key=key, profile="", valid_from=day).exists():
        facts = {"profile": "", "value": value or known.default, "unit": known.unit, "act": act, "valid_from": day}
        services.enter(key, actor=User.objects.get(email="admin@example.org"), **facts)
