"""What the collections hold of a person."""

from secrets import token_hex

from participation.sheets.models import Record


def export_voices(user):
    """Every voice of the account, also the ones taken back."""
    records = Record.objects.filter(user=user).select_related("collection__case", "settlement").order_by("at", "pk")
    return [
        {
            "collection": record.collection.title,
            "case": record.collection.case.number,
            "kind": record.collection.kind,
            "name": record.name,
            "settlement": str(record.settlement or ""),
            "at": record.at.isoformat(),
            "stands": record.is_standing,
        }
        for record in records
    ]


def erase_voices(user):
    """Make the voices nameless; they go on counting.

    While a collection is open its key stays, or the same person could be counted again; the key is not readable and goes
    with the names. In a closed collection it goes at once.
    """
    records = Record.objects.filter(user=user)
    for pk in records.filter(collection__closed_at__isnull=False).values_list("pk", flat=True):
        Record.objects.filter(pk=pk).update(person_key=token_hex(32))
    records.update(name="", name_key="", user=None)
