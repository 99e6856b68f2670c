"""How much time is left, in words that a person would use."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def local_day(moment):
    """The local day of an aware datetime or of a date."""
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


def describe(due, *, days=None, done=False, now):
    """Give tone and words for a due date (date or aware datetime), or nothing for no date.

    `days`: working days left, if the caller has counted them; otherwise calendar days are counted here.
    """
    if not due:
        return {"tone": "", "text": ""}
    left = (local_day(due) - local_day(now)).days
    is_late = due < now if isinstance(due, datetime) else left < 0
    if done:
        return {"tone": "good", "text": _("Done in time")}
    if is_late:
        late = max(abs(left), 0)
        text = ngettext("Overdue by %(count)d day", "Overdue by %(count)d days", late) % {"count": late}
        return {"tone": "bad", "text": text if late else _("Overdue since today")}
    if left == 0:
        return {"tone": "warn", "text": _("Today is the last day")}
    if days is not None:
        text = ngettext("%(count)d working day left", "%(count)d working days left", days) % {"count": days}
        return {"tone": "warn" if days <= 2 else "", "text": text}
    text = ngettext("%(count)d day left", "%(count)d days left", left) % {"count": left}
    return {"tone": "warn" if left <= 3 else "", "text": text}
