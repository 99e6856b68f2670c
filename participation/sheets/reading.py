"""What pages tell of a collection."""

from django.db.models import Count, Q

from core.suppression import suppress
from participation.sheets.enums import VoiceChannel
from participation.sheets.models import Record


def by_settlement(collection):
    """Exact numbers of voices that stand as (name, number), the largest first; "" is no settlement. For staff only."""
    rows = Record.objects.standing().filter(collection=collection.pk).values("settlement", "settlement__name")
    counted = rows.annotate(number=Count("pk")).order_by("-number", "settlement__order", "settlement__name")
    return [(row["settlement__name"] or "", row["number"]) for row in counted]


def by_channel(collection):
    """Numbers of voices that stand as (name of the channel, number)."""
    counted = Record.objects.standing().filter(collection=collection.pk).order_by().values_list("channel")
    numbers = dict(counted.annotate(number=Count("pk")))
    return [(VoiceChannel(key).label, numbers.get(key, 0)) for key in VoiceChannel.values]


def public_by_settlement(collection):
    """What everybody may read: (name, number or None for a hidden one); groups of one to four cannot be worked out.

    None instead of the list when the whole breakdown would tell too much.
    """
    counts = {}
    for name, number in by_settlement(collection):  # two settlements of one name are one group here
        counts[name] = counts.get(name, 0) + number
    shown = suppress(counts)
    if shown is None:
        return None
    return [(name, number if isinstance(number, int) else None) for name, number in shown.items()]


def own_voice(collection, user):
    """The voice that stands of this account, or None."""
    if not user.is_authenticated:
        return None
    return Record.objects.of(user).filter(collection=collection.pk).first()


def with_sheet_counts(collections):
    """Collections with how many sheets were printed and how many came back, one query for all."""
    return collections.annotate(
        sheets_printed=Count("sheets"),
        sheets_returned=Count("sheets", filter=Q(sheets__returned_at__isnull=False)),
    )


def sheets_of(collection, numbers=None):
    """The sheets of a collection, or those from numbers[0] to numbers[1], with what came of their rows."""
    sheets = collection.sheets.annotate(
        keyed_count=Count("keyed"),
        counted=Count("keyed", filter=Q(keyed__state="counted")),
        repeated=Count("keyed", filter=Q(keyed__state="duplicate")),
        refused=Count("keyed", filter=Q(keyed__state="refused")),
    )
    if numbers:
        sheets = sheets.filter(number__gte=int(numbers[0]), number__lte=int(numbers[1]))
    return sheets.order_by("number")
