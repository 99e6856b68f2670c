"""One voice."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.sheets.enums import VoiceChannel

TAKEN_BACK = "taken back"  # marks in `struck_reason` of what is not the office's own words
KEYED_ANEW = "keyed in anew"
MARKS = {TAKEN_BACK: _("Taken back by the person"), KEYED_ANEW: _("The row was keyed in anew")}


class RecordQuerySet(models.QuerySet):
    """The sentences one says about voices."""

    def standing(self):
        """Voices that count: not struck, not taken back."""
        return self.filter(struck_at=None)

    def of(self, user):
        """The voices that stand of one account."""
        return self.standing().filter(user=user)


class Record(models.Model):
    """A voice, however it came. The database lets one person have one voice that stands in a collection.

    `person_key` tells the person apart without the date of birth (see `keys`); the name is kept for the check of the
    lists and erased when its term ends. A struck voice stays with its reason: nothing is deleted.
    """

    collection = models.ForeignKey("sheets.Collection", models.PROTECT, related_name="records")
    person_key = models.CharField(max_length=64, editable=False)
    name_key = models.CharField(max_length=64, blank=True, editable=False)
    knows_birth_date = models.BooleanField(default=False, editable=False)
    name = models.CharField(_("name"), max_length=200, blank=True)
    settlement = models.ForeignKey(
        "accounts.Settlement", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("settlement")
    )
    channel = models.CharField(_("how it came"), max_length=6, choices=VoiceChannel.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="voices",
        verbose_name=_("account"),
    )
    sheet_row = models.ForeignKey("sheets.SheetRow", models.PROTECT, null=True, blank=True, related_name="records")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("when"), default=timezone.now)
    struck_at = models.DateTimeField(_("struck out"), null=True, blank=True)
    struck_reason = models.CharField(_("reason"), max_length=300, blank=True)
    struck_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("voice")
        verbose_name_plural = _("voices")
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "person_key"], condition=Q(struck_at=None), name="sheets_person_once"
            ),
            models.UniqueConstraint(
                fields=["collection", "user"], condition=Q(struck_at=None), name="sheets_account_once"
            ),
            models.UniqueConstraint(fields=["sheet_row"], condition=Q(struck_at=None), name="sheets_row_one_voice"),
            models.CheckConstraint(condition=Q(channel__in=VoiceChannel.values), name="sheets_record_channel_known"),
            models.CheckConstraint(
                condition=~Q(channel="paper") | Q(sheet_row__isnull=False), name="sheets_paper_has_row"
            ),
        ]
        indexes = [
            models.Index(fields=["collection", "name_key"], name="sheets_record_name"),
            models.Index(fields=["collection", "-at", "-id"], name="sheets_record_newest"),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def is_standing(self):
        """Whether it counts."""
        return self.struck_at is None

    @property
    def reason_in_words(self):
        """Why it was struck out, as staff read it."""
        return MARKS.get(self.struck_reason, self.struck_reason)

    @property
    def may_be_restored(self):
        """Whether the office may let it stand again: what it struck itself."""
        return not self.is_standing and self.struck_reason not in MARKS
