"""What a case's own page tells of the voices collected for it."""

from participation.sheets.models import Collection


def voices_panel(case):
    """The collections of `case`, or None."""
    collections = list(Collection.objects.filter(case=case.pk).order_by("opened_at", "pk"))
    return ("sheets/panel.html", {"collections": collections}) if collections else None
