"""A discussion under something."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Thread(models.Model):
    """One discussion: `title` and `address` of what is discussed, whether one may write. Its room points at it."""

    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("what is discussed"), max_length=300)
    address = models.CharField(_("address"), max_length=300, blank=True)
    is_open = models.BooleanField(_("open"), default=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    comment_count = models.PositiveIntegerField(_("comments in view"), default=0)
    created_at = models.DateTimeField(_("started"), default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("discussion")
        verbose_name_plural = _("discussions")

    def __str__(self):
        return self.title

    def takes_comments(self, now=None):
        """Whether one may write here now."""
        return self.is_open and (self.closes_at is None or self.closes_at > (now or timezone.now()))
