"""What happens at the sitting: who speaks and for how long, when it was interrupted."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.hearings.enums import PauseReason, TurnState
from participation.hearings.models.hearing import Hearing
from participation.hearings.models.seats import Registration


class Pause(models.Model):
    """An interruption; the clocks of speakers stand still during it."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="pauses")
    reason = models.CharField(_("reason"), max_length=6, choices=PauseReason.choices, default=PauseReason.ALARM)
    started_at = models.DateTimeField(_("from"))
    ended_at = models.DateTimeField(_("to"), null=True, blank=True)

    class Meta:
        ordering = ["started_at", "pk"]
        verbose_name = _("interruption")
        verbose_name_plural = _("interruptions")
        constraints = [
            models.UniqueConstraint(
                fields=["hearing"], condition=Q(ended_at__isnull=True), name="hearings_one_pause_at_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")), name="hearings_pause_forward"
            ),
        ]

    def __str__(self):
        return f"{self.get_reason_display()} {timezone.localtime(self.started_at):%H:%M}"

    def overlap(self, since, until):
        """How much of the time from `since` to `until` it took."""
        return max(min(self.ended_at or until, until) - max(self.started_at, since), timedelta(0))


class SpeakerTurn(models.Model):
    """One speech in the queue with its limit."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="turns")
    registration = models.ForeignKey(Registration, models.SET_NULL, null=True, blank=True, related_name="turns")
    name = models.CharField(_("speaker"), max_length=200)
    topic = models.CharField(_("about what"), max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=5)
    state = models.CharField(_("state"), max_length=10, choices=TurnState.choices, default=TurnState.WAITING)
    order = models.PositiveIntegerField(_("order"), default=0)
    started_at = models.DateTimeField(_("began"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("speech")
        verbose_name_plural = _("speeches")
        constraints = [
            models.UniqueConstraint(
                fields=["hearing"], condition=Q(state="speaking"), name="hearings_one_speaks_at_once"
            ),
            models.CheckConstraint(
                condition=~Q(state="speaking") | Q(started_at__isnull=False), name="hearings_speech_has_begun"
            ),
        ]

    def __str__(self):
        return self.name

    def spoken(self, pauses, now):
        """How long the person has spoken, interruptions left out."""
        if self.started_at is None:
            return timedelta(0)
        until = self.ended_at or now
        lost = sum((pause.overlap(self.started_at, until) for pause in pauses), timedelta(0))
        return max(until - self.started_at - lost, timedelta(0))

    def left(self, pauses, now):
        """How much of the limit remains; negative when it is over."""
        return timedelta(minutes=self.minutes) - self.spoken(pauses, now)
