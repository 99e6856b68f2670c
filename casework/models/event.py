"""The story of a case: append-only, chained by hash."""

import hashlib
import json
from datetime import UTC

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.enums import Audience


class CaseEvent(models.Model):
    """One thing that happened. Database triggers refuse to change or delete it; `hash` covers it and its predecessor.

    `data` holds no personal data: an event outlives the person's wish to be forgotten.
    """

    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="events")
    sequence = models.PositiveIntegerField(_("sequence"))
    event = models.CharField(_("event"), max_length=60)
    from_state = models.CharField(_("from"), max_length=40, blank=True)
    to_state = models.CharField(_("to"), max_length=40, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("who")
    )
    acted_as = models.CharField(_("acted as"), max_length=20)
    at = models.DateTimeField(_("when"), default=timezone.now)
    audience = models.CharField(_("shown to"), max_length=10, choices=Audience.choices, default=Audience.STAFF)
    data = models.JSONField(_("details"), default=dict, blank=True)
    previous_hash = models.CharField(max_length=64, blank=True, editable=False)
    hash = models.CharField(max_length=64, editable=False)

    class Meta:
        ordering = ["case", "sequence"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [models.UniqueConstraint(fields=["case", "sequence"], name="casework_event_sequence_once")]

    def __str__(self):
        return f"{self.sequence}: {self.event}"

    def digest(self):
        """SHA-256 over everything the event says and the digest before it."""
        content = [
            self.case_id,
            self.sequence,
            self.event,
            self.from_state,
            self.to_state,
            self.actor_id,
            self.acted_as,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.audience,
            self.data,
            self.previous_hash,
        ]
        packed = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(packed.encode()).hexdigest()
