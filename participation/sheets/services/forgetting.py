"""Names are kept only as long as the lists may be checked; the numbers stay."""

from secrets import token_hex

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.workdays import Calendar, compute, rule
from participation.sheets.models import Collection, Record, SheetRow, SheetScan
from participation.sheets.services.collecting import close_collection, locked
from participation.statute.enums import Measure
from participation.statute.numbers import clock_rule, declare

KEEP_NAMES = declare(
    "voices-keep-names",
    12,
    Measure.MONTH,
    _("How long names of signers are kept after a collection is closed"),
    law="Law 2297-VI, Art. 6, 15",
)
AT_ONCE = 500


def close_with_cases(now=None):
    """Close the collections whose cases are closed; returns how many."""
    forgotten = list(Collection.objects.filter(closed_at=None, case__closed_at__isnull=False).order_by("pk"))
    for collection in forgotten:
        close_collection(collection, now=now)
    return len(forgotten)


def erase_old_names(now=None):
    """The job: erase the names of every collection whose term has ended; returns how many collections."""
    now, count = now or timezone.now(), 0
    calendar = Calendar.load()
    for collection in Collection.objects.filter(closed_at__isnull=False, names_erased_at=None).order_by("pk"):
        day = timezone.localdate(collection.closed_at)
        if compute(rule(clock_rule(KEEP_NAMES, on=day)), collection.closed_at, calendar).due_at < now:
            erase_names(collection, now=now)
            count += 1
    return count


@transaction.atomic
def erase_names(collection, *, now=None):
    """Empty names, keys and accounts of a closed collection and delete its scans; counts and settlements stay."""
    stands = locked(collection)
    if stands.closed_at is None or stands.names_erased_at:
        return
    for record in Record.objects.filter(collection=stands).only("pk").iterator(chunk_size=AT_ONCE):
        blank = {"name": "", "name_key": "", "user": None, "person_key": token_hex(32)}
        Record.objects.filter(pk=record.pk).update(**blank)
    SheetRow.objects.filter(sheet__collection=stands).update(name="")
    for scan in SheetScan.objects.filter(sheet__collection=stands):
        storage, name = scan.file.storage, scan.file.name
        scan.delete()
        transaction.on_commit(lambda storage=storage, name=name: storage.delete(name))
    stands.names_erased_at = now or timezone.now()
    stands.save(update_fields=["names_erased_at"])
