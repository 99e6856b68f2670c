"""Files of a body and of its meetings."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.uploads import StoredFile
from participation.groups.enums import Readers
from participation.groups.models.access import WorkspaceAccess

SHOWN_MEETINGS = ("announced", "held", "no_quorum", "minuted", "sent", "answered", "closed", "cancelled")


class BodyDocument(StoredFile):
    """A document of a body, or of one meeting: for everyone, or for the workspace."""

    body = models.ForeignKey("groups.Body", models.CASCADE, related_name="documents")
    meeting = models.ForeignKey("groups.GroupMeeting", models.CASCADE, null=True, blank=True, related_name="documents")
    title = models.CharField(_("title"), max_length=200)
    readers = models.CharField(_("who reads it"), max_length=10, choices=Readers.choices, default=Readers.PUBLIC)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["uploaded_at", "pk"]
        verbose_name = _("document of a body")
        verbose_name_plural = _("documents of bodies")
        constraints = [
            models.CheckConstraint(condition=Q(readers__in=Readers.values), name="groups_document_readers_known")
        ]

    def __str__(self):
        return self.title

    @property
    def is_public(self):
        """Whether anyone may read it: of a public body, and of a meeting that was announced."""
        shown = self.meeting is None or self.meeting.state in SHOWN_MEETINGS
        return self.readers == Readers.PUBLIC and self.body.is_public and shown

    def can_read(self, user):
        """Anyone, when it is public; else who opens the workspace, or works on the body."""
        if self.is_public:
            return True
        if not user.is_authenticated:
            return False
        opens = WorkspaceAccess.objects.in_force().filter(body=self.body_id, user=user).exists()
        return opens or self.body.is_staffed_by(user)
