"""Paper sheets: printed with numbers, come back, scanned."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.errors import Refused
from core import audit
from participation.sheets.errors import CollectionClosed
from participation.sheets.models import Sheet, SheetScan
from participation.sheets.services.collecting import locked, user_of

MOST_COPIES = 200
MOST_ROWS = 60


@transaction.atomic
def print_sheets(collection, *, copies, rows_per_sheet, actor, now=None):
    """Give out `copies` numbers and return the new sheets; the numbers go on from the last one and never repeat."""
    if not (1 <= copies <= MOST_COPIES and 1 <= rows_per_sheet <= MOST_ROWS):
        raise Refused(
            _("Choose from 1 to %(copies)s sheets with 1 to %(rows)s rows.")
            % {"copies": MOST_COPIES, "rows": MOST_ROWS}
        )
    stands = locked(collection)
    if stands.closed_at:
        raise CollectionClosed(_("The collection has ended."))
    user = user_of(actor)
    last = stands.sheets.order_by("-number").values_list("number", flat=True).first() or 0
    sheets = Sheet.objects.bulk_create(
        Sheet(
            collection=stands,
            number=number,
            rows=rows_per_sheet,
            printed_at=now or timezone.now(),
            printed_by=user,
        )
        for number in range(last + 1, last + copies + 1)
    )
    audit.record(stands, "sheets.print", user=user, data={"copies": copies, "first": last + 1})
    return sheets


@transaction.atomic
def take_scan(sheet, uploaded, *, actor, now=None):
    """Keep the scan of a sheet that came back."""
    user = user_of(actor)
    scan = SheetScan.take(uploaded, sheet=sheet, uploaded_by=user)
    mark_returned(sheet, now or timezone.now())
    audit.record(sheet.collection, "sheets.scan", user=user, data={"sheet": sheet.number})
    return scan


def mark_returned(sheet, now):
    """The sheet came back."""
    if sheet.returned_at is None:
        sheet.returned_at = now
        sheet.save(update_fields=["returned_at"])
