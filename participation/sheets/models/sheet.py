"""A numbered paper sheet, its rows, its scan."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.uploads import StoredFile
from participation.sheets.enums import RefusalReason, RowState


class Sheet(models.Model):
    """A sheet that was printed with a number of its own, so that none is keyed in twice and none is lost unseen."""

    collection = models.ForeignKey("sheets.Collection", models.PROTECT, related_name="sheets")
    number = models.PositiveIntegerField(_("number"))
    rows = models.PositiveSmallIntegerField(_("rows"))
    printed_at = models.DateTimeField(_("printed"), default=timezone.now)
    printed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    returned_at = models.DateTimeField(_("came back"), null=True, blank=True)

    class Meta:
        ordering = ["collection", "number"]
        verbose_name = _("sheet")
        verbose_name_plural = _("sheets")
        constraints = [
            models.UniqueConstraint(fields=["collection", "number"], name="sheets_sheet_once"),
            models.CheckConstraint(condition=Q(number__gte=1, rows__gte=1), name="sheets_sheet_has_rows"),
        ]

    def __str__(self):
        return f"№ {self.number}"

    @property
    def row_numbers(self):
        """The numbers of its rows."""
        return range(1, self.rows + 1)

    @property
    def scan(self):
        """The newest scan, or None."""
        return self.scans.order_by("-uploaded_at", "-pk").first()


class SheetRow(models.Model):
    """What was keyed in from one row. A duplicate points at the voice it repeats.

    A counted row has its voice in `records`; `repeats` on a counted row is a voice of the same name that gave no date of
    birth: perhaps the same person, for the office to look at. The name stays here only when the row gave no voice.
    """

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="keyed")
    number = models.PositiveSmallIntegerField(_("row"))
    state = models.CharField(_("state"), max_length=10, choices=RowState.choices)
    reason = models.CharField(_("reason"), max_length=20, choices=RefusalReason.choices, blank=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    repeats = models.ForeignKey("sheets.Record", models.PROTECT, null=True, blank=True, related_name="+")
    keyed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    keyed_at = models.DateTimeField(_("keyed in"), default=timezone.now)

    class Meta:
        ordering = ["sheet", "number"]
        verbose_name = _("row of a sheet")
        verbose_name_plural = _("rows of sheets")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "number"], name="sheets_row_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="sheets_row_number_positive"),
            models.CheckConstraint(condition=Q(state__in=RowState.values), name="sheets_row_state_known"),
            models.CheckConstraint(
                condition=~Q(state="duplicate") | Q(repeats__isnull=False), name="sheets_duplicate_names_what"
            ),
            models.CheckConstraint(condition=~Q(state="refused") | ~Q(reason=""), name="sheets_refusal_has_reason"),
        ]

    def __str__(self):
        return f"{self.sheet}/{self.number}"


class SheetScan(StoredFile):
    """A scan of a sheet that came back; staff of the case read it, nobody else."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="scans")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["uploaded_at", "pk"]
        verbose_name = _("scan of a sheet")
        verbose_name_plural = _("scans of sheets")

    def can_read(self, user):
        """Whoever works with the case as staff."""
        return self.sheet.collection.case.is_staffed_by(user)
