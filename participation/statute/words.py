"""Numbers of the statute in words: “10 calendar days”."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participation.statute.enums import Measure


def in_words(value, unit):
    """The number with what it counts, in the reader's language."""
    words = _WORDS.get(unit)
    return words(value) % {"count": value} if words else str(value)


_WORDS = {
    Measure.WORKING_DAY: lambda count: ngettext("%(count)d working day", "%(count)d working days", count),
    Measure.CALENDAR_DAY: lambda count: ngettext("%(count)d calendar day", "%(count)d calendar days", count),
    Measure.MONTH: lambda count: ngettext("%(count)d month", "%(count)d months", count),
    Measure.HOUR: lambda count: ngettext("%(count)d hour", "%(count)d hours", count),
    Measure.MINUTE: lambda count: ngettext("%(count)d minute", "%(count)d minutes", count),
    Measure.PEOPLE: lambda count: ngettext("%(count)d person", "%(count)d people", count),
    Measure.PERCENT: lambda count: _("%(count)d %%"),
    Measure.TIMES: lambda count: ngettext("%(count)d time", "%(count)d times", count),
}
