"""A document that people discuss paragraph by paragraph."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from participation.drafts.enums import DocumentKind

COMPOSERS = (Role.OFFICIAL, Role.HEAD)


class DocumentQuerySet(models.QuerySet):
    """The sentences one says about documents."""

    def public(self):
        """Documents of which a version is published."""
        return self.exclude(current=None)

    def visible_to(self, user):
        """Public documents; staff see also those that they work on."""
        return (self.public() | self.workable_by(user)).distinct()

    def workable_by(self, user):
        """Documents that `user` prepares: all for the head, the unit's for its officials."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_superuser or user.has_role(Role.HEAD):
            return self
        if not user.has_role(Role.OFFICIAL):
            return self.none()
        mine = Q(created_by=user)
        return self.filter(mine | Q(unit=user.unit_id) if user.unit_id else mine)


class Document(models.Model):
    """A draft in versions; consultations and hearings point at it. `current` is the version that everyone reads.

    Paragraphs keep their labels over versions, and the comments of `thread` are anchored by those labels.
    """

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=200)
    lead = models.TextField(_("in short"), max_length=1000, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=DocumentKind.choices, default=DocumentKind.DECISION)
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, null=True, blank=True, verbose_name=_("unit"))
    current = models.ForeignKey(
        "drafts.DocumentVersion", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    thread = models.OneToOneField(
        "comments.Thread", models.PROTECT, null=True, blank=True, related_name="document", editable=False
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("draft document")
        verbose_name_plural = _("draft documents")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=DocumentKind.values), name="drafts_document_kind_known")
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The public page of the document."""
        return reverse("drafts:document", args=[self.slug])

    @cached_property
    def newest(self):
        """The newest version, published or not; None before the first import."""
        return self.versions.order_by("-number").first()

    def is_visible_to(self, user):
        """The predicate twin of `DocumentQuerySet.visible_to`."""
        return Document.objects.visible_to(user).filter(pk=self.pk).exists()

    def is_workable_by(self, user):
        """The predicate twin of `DocumentQuerySet.workable_by`."""
        return Document.objects.workable_by(user).filter(pk=self.pk).exists()
