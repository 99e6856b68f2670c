"""Letters as rows: written in the transaction of the verb, delivered after commit, once."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LetterState(models.TextChoices):
    """Where a letter is on its way."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not delivered")
    CANCELLED = "cancelled", _("Cancelled")


class Letter(models.Model):
    """One letter to one address about one event; unique, so a repeated verb never writes it twice."""

    event = models.CharField(_("event"), max_length=120, help_text=_("What happened, for example case:17:event:4."))
    kind = models.CharField(
        _("kind"), max_length=80, help_text=_("The declared letter, for example casework/received.")
    )
    recipient = models.EmailField(_("recipient"), max_length=254)
    language = models.CharField(_("language"), max_length=8, default="uk")
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    headers = models.JSONField(default=dict, blank=True)
    message_id = models.CharField(max_length=200, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=12, choices=LetterState.choices, default=LetterState.WAITING)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    repeats = models.PositiveIntegerField(
        _("possible repeats"), default=0, help_text=_("Times it was sent again because its delivery was not recorded.")
    )
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    claimed_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [
            models.UniqueConstraint(fields=["event", "recipient", "kind"], name="core_letter_once"),
            models.CheckConstraint(condition=Q(state__in=LetterState.values), name="core_letter_state_known"),
        ]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="core_letter_due")]

    def __str__(self):
        return f"{self.kind} {self.event}"


class MailAddress(models.Model):
    """What the mail provider told us of an address: bounced, complained."""

    email = models.EmailField(_("address"), unique=True)
    bounced_at = models.DateTimeField(_("bounced"), null=True, blank=True)
    complained_at = models.DateTimeField(_("complained"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("mail address")
        verbose_name_plural = _("mail addresses")

    def __str__(self):
        return f"#{self.pk}"
