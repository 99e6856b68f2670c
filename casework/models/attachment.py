"""Files of a case."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.enums import AttachmentPurpose
from core.uploads import StoredFile


class Attachment(StoredFile):
    """A file of a case; its public copy, if any, is another file, made anew and never patched."""

    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="attachments")
    message = models.ForeignKey("casework.Message", models.PROTECT, null=True, blank=True, related_name="attachments")
    answer = models.ForeignKey("casework.Answer", models.PROTECT, null=True, blank=True, related_name="attachments")
    purpose = models.CharField(
        _("purpose"), max_length=16, choices=AttachmentPurpose.choices, default=AttachmentPurpose.APPLICANT
    )
    public_copy_of = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="public_copy", verbose_name=_("public copy of")
    )
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["uploaded_at", "pk"]
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=AttachmentPurpose.values), name="casework_attachment_purpose_known"
            ),
        ]

    @property
    def is_public(self):
        """Whether anyone may read it: only a public copy in a case of the public register."""
        return self.purpose == AttachmentPurpose.PUBLIC_COPY and not self.case.is_quarantined

    @property
    def is_for_applicant(self):
        """Whether the applicant may read it: everything but the files of an answer not yet given."""
        return self.answer_id is None or self.answer.is_given

    def can_read(self, user):
        """Whoever may read the case; anyone, when it is a public copy whose case stands in the public register."""
        if self.is_public and type(self.case).objects.in_public_register().filter(pk=self.case_id).exists():
            return True
        if not self.is_for_applicant:
            return self.case.is_staffed_by(user)
        return self.case.is_visible_to(user)
