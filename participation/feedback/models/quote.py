"""Quotes: the very words of a contribution, shown without a name, and only when their author agreed."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.feedback.enums import CONSENT_TONES, Consent

LONGEST_QUOTE = 400


class Quote(models.Model):
    """Words of one case for all versions of one summary (`series`); taking the consent back hides them in every version."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    series = models.UUIDField(editable=False)
    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="+")
    text = models.TextField(_("words"), max_length=LONGEST_QUOTE)
    consent = models.CharField(_("consent"), max_length=9, choices=Consent.choices, default=Consent.NOT_ASKED)
    asked_at = models.DateTimeField(_("asked"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("recorded by")
    )
    recorded_how = models.CharField(_("how the person answered"), max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        constraints = [
            models.UniqueConstraint(fields=["series", "case"], name="feedback_quote_once"),
            models.CheckConstraint(condition=Q(consent__in=Consent.values), name="feedback_quote_consent_known"),
            models.CheckConstraint(
                condition=~Q(consent__in=["given", "refused"]) | Q(answered_at__isnull=False),
                name="feedback_quote_answer_has_moment",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def tone(self):
        """The colour of the consent's tag."""
        return CONSENT_TONES[self.consent]

    @property
    def is_given(self):
        """Whether everybody may read it."""
        return self.consent == Consent.GIVEN
