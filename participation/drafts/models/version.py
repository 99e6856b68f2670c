"""Versions of a document and their numbered paragraphs."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.uploads import StoredFile
from participation.drafts.enums import Match, ParagraphKind

LONGEST_LABEL = 20


class DocumentVersion(StoredFile):
    """One version, read from a DOCX file. What is published never changes; a draft is replaced by the next import."""

    document = models.ForeignKey("drafts.Document", models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    note = models.TextField(_("what changed and why"), max_length=4000, blank=True)
    remarks = models.JSONField(_("what the import left out"), default=list, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    class Meta:
        ordering = ["document", "-number"]
        verbose_name = _("version of document")
        verbose_name_plural = _("versions of documents")
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="drafts_version_number_once"),
            models.UniqueConstraint(
                fields=["document"], condition=Q(published_at=None), name="drafts_one_version_in_work"
            ),
        ]

    def can_read(self, user):
        """The file itself may hold names and remarks of its authors: only those who prepare the document get it."""
        return self.document.is_workable_by(user)

    @property
    def is_published(self):
        """Whether everyone may read it."""
        return self.published_at is not None

    @property
    def doubtful_count(self):
        """How many paragraphs wait for a person to say what they were before."""
        return self.paragraphs.filter(match=Match.DOUBTFUL).count()


class Paragraph(models.Model):
    """A paragraph of one version. `label` is its name in all versions: what was 12 stays 12, what came after it is 12-1.

    `text` is what is compared and searched; `content` holds the look: {"pieces": [[words, "b"|"i"|"bi"|""], …]} or
    {"rows": [[cell, …], …]}, and {"notes": [footnote, …]}.
    """

    version = models.ForeignKey(DocumentVersion, models.CASCADE, related_name="paragraphs")
    label = models.CharField(_("number"), max_length=LONGEST_LABEL)
    order = models.PositiveIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=10, choices=ParagraphKind.choices, default=ParagraphKind.TEXT)
    level = models.PositiveSmallIntegerField(_("level"), default=0)
    marker = models.CharField(_("number in the document"), max_length=20, blank=True)
    text = models.TextField(_("text"))
    content = models.JSONField(default=dict, blank=True)
    match = models.CharField(_("recognised"), max_length=10, choices=Match.choices, default=Match.FIRST)
    similarity = models.PositiveSmallIntegerField(_("similarity, per cent"), default=100)

    class Meta:
        ordering = ["version", "order"]
        verbose_name = _("paragraph")
        verbose_name_plural = _("paragraphs")
        constraints = [
            models.UniqueConstraint(fields=["version", "label"], name="drafts_paragraph_label_once"),
            models.UniqueConstraint(fields=["version", "order"], name="drafts_paragraph_order_once"),
            models.CheckConstraint(condition=Q(kind__in=ParagraphKind.values), name="drafts_paragraph_kind_known"),
            models.CheckConstraint(condition=Q(match__in=Match.values), name="drafts_paragraph_match_known"),
        ]

    def __str__(self):
        return self.label

    @property
    def heading_level(self):
        """Its level on a page whose first heading is the title of the document."""
        return min(self.level + 1, 6)

    @property
    def head_rows(self):
        """Rows of a table that name its columns."""
        return self.content.get("rows", [])[: self.content.get("head", 0)]

    @property
    def body_rows(self):
        """The other rows of a table."""
        return self.content.get("rows", [])[self.content.get("head", 0) :]

    def address(self):
        """The page of this paragraph: stable over versions."""
        return reverse("drafts:paragraph", args=[self.version.document.slug, self.label])
