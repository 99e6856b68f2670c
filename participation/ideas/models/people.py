"""Who wrote an idea together with its author."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CoAuthorQuerySet(models.QuerySet):
    """The sentences one says about co-authors."""

    def agreed(self):
        """Those who agreed: only they are shown."""
        return self.filter(agreed_at__isnull=False)

    def waiting(self):
        """Those who have not said yet."""
        return self.filter(agreed_at=None, declined_at=None)


class CoAuthor(models.Model):
    """A person whom the author invited by e-mail; a co-author from the moment they agree, never before."""

    idea = models.ForeignKey("ideas.Idea", models.CASCADE, related_name="co_authors")
    email = models.EmailField(_("e-mail"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    invited_at = models.DateTimeField(_("invited"), default=timezone.now)
    agreed_at = models.DateTimeField(_("agreed"), null=True, blank=True)
    declined_at = models.DateTimeField(_("declined"), null=True, blank=True)

    objects = CoAuthorQuerySet.as_manager()

    class Meta:
        ordering = ["invited_at", "pk"]
        verbose_name = _("co-author")
        verbose_name_plural = _("co-authors")
        constraints = [
            models.UniqueConstraint(fields=["idea", "email"], name="ideas_co_author_once"),
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True) | Q(user__isnull=False, declined_at__isnull=True),
                name="ideas_co_author_is_person",
            ),
        ]

    def __str__(self):
        return f"#{self.pk}"
