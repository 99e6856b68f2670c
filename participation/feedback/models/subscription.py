"""Who wants every new summary by letter."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Subscription(models.Model):
    """An address that asked for summaries; letters go only to a confirmed one. Leaving deletes the row."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    language = models.CharField(_("language"), max_length=8, default="uk")
    created_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("subscription to summaries")
        verbose_name_plural = _("subscriptions to summaries")

    def __str__(self):
        return f"#{self.pk}"
