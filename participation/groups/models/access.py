"""Who opens the workspace of a body: another table than its composition."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AccessQuerySet(models.QuerySet):
    """The sentences one says about access."""

    def in_force(self, day=None):
        """Access that opens the workspace on that day (today)."""
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=day), revoked_at=None)


class WorkspaceAccess(models.Model):
    """One account may open the workspace of one body, given and taken back by staff.

    `member` says whose attendance the account confirms; without it the person reads and comments only.
    """

    body = models.ForeignKey("groups.Body", models.CASCADE, related_name="accesses")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="group_accesses", verbose_name=_("account")
    )
    member = models.ForeignKey(
        "groups.Member", models.SET_NULL, null=True, blank=True, related_name="accesses", verbose_name=_("acts for")
    )
    until = models.DateField(_("until"), null=True, blank=True)
    granted_at = models.DateTimeField(_("granted"), default=timezone.now)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    revoked_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = AccessQuerySet.as_manager()

    class Meta:
        ordering = ["-granted_at", "-pk"]
        verbose_name = _("access to a workspace")
        verbose_name_plural = _("access to workspaces")
        constraints = [
            models.UniqueConstraint(
                fields=["body", "user"], condition=Q(revoked_at=None), name="groups_access_once_for_a_person"
            ),
        ]

    def __str__(self):
        return f"{self.body_id}/{self.user_id}"

    @property
    def is_in_force(self):
        """Whether it opens the workspace today."""
        return self.revoked_at is None and (self.until is None or self.until >= timezone.localdate())
