"""`calendar_changed`: the calendar is not what it was; open clocks must be counted again."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import Signal

from core.commit import once_on_commit
from core.models import CalendarDay, MartialLawPeriod

calendar_changed = Signal()


def announce():
    """Tell the receivers; an error of one is logged and does not stop the others."""
    calendar_changed.send_robust(sender=CalendarDay)


def announce_on_commit(sender, raw=False, **kwargs):
    """Announce a saved or deleted day or period once per transaction, after it is committed."""
    if not raw:
        once_on_commit(announce)


def connect():
    """Watch the two tables; called from `AppConfig.ready()`."""
    for model in (CalendarDay, MartialLawPeriod):
        for signal in (post_save, post_delete):
            signal.connect(announce_on_commit, sender=model, dispatch_uid=f"workdays-{model.__name__}")
