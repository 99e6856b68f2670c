"""A link that shows a draft to somebody without an account."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PreviewLinkQuerySet(models.QuerySet):
    """Sentences about preview links."""

    def working(self, moment=None):
        """Links that still open."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=moment or timezone.now())


class PreviewLink(models.Model):
    """Who gave a look at which draft, until when. The address itself is signed and not stored."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="preview_links", verbose_name=_("page"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("works until"))
    revoked_at = models.DateTimeField(_("closed"), null=True, blank=True)
    note = models.CharField(_("for whom"), max_length=160, blank=True)
    uses = models.PositiveIntegerField(_("times opened"), default=0)
    last_used_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("link to a draft")
        verbose_name_plural = _("links to drafts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")), name="cms_preview_ends_after_start"
            )
        ]

    def __str__(self):
        return f"{self.page}: {self.expires_at:%d.%m.%Y}"

    def is_working(self, moment=None):
        """The twin of `working` for one link."""
        return self.revoked_at is None and self.expires_at > (moment or timezone.now())
