"""The summary: what people said over a period and what was decided."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from participation.feedback.enums import EDITABLE, EVER_PUBLISHED, SummaryState


class SummaryQuerySet(models.QuerySet):
    """The sentences one says about summaries."""

    def published(self):
        """The versions that hold now, newest first."""
        return self.filter(state=SummaryState.PUBLISHED).order_by("-published_at", "-pk")

    def ever_published(self):
        """Published versions, those since corrected included."""
        return self.filter(state__in=EVER_PUBLISHED)

    def visible_to(self, user):
        """Published ones for everyone; drafts for the head, the press officer and the composing unit."""
        public = Q(state__in=EVER_PUBLISHED)
        if not user.is_authenticated:
            return self.filter(public)
        return self.filter(public) | self.workable_by(user)

    def workable_by(self, user):
        """Summaries that `user` may open in the admin."""
        if user.is_superuser or user.has_role(Role.HEAD, Role.PRESS_OFFICER):
            return self
        if user.has_role(Role.OFFICIAL):
            own = Q(composed_by=user)
            return self.filter(own | Q(unit=user.unit_id) if user.unit_id else own)
        return self.none()


class Summary(models.Model):
    """One version of a summary. A published version never changes: a correction is the next version of its series.

    `figures` are counted and frozen at publication; the public sees only what `editions.public_of` leaves of them.
    """

    series = models.UUIDField(_("series"), editable=False)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    slug = models.SlugField(_("address"), max_length=120)
    title = models.CharField(_("title"), max_length=160)
    lead = models.TextField(_("in short"), max_length=1000, blank=True)
    period_from = models.DateField(_("period from"))
    period_to = models.DateField(_("period to"))
    compared_to = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("compare with"),
        help_text=_("The published summary of an earlier period; its figures stand beside the new ones."),
    )
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, null=True, blank=True, verbose_name=_("unit"))
    state = models.CharField(_("state"), max_length=10, choices=SummaryState.choices, default=SummaryState.DRAFT)
    correction_reason = models.TextField(_("what was corrected and why"), blank=True)
    return_reason = models.TextField(_("why it was returned"), blank=True)
    composed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("composed by")
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("approved by")
    )
    approved_position = models.CharField(_("position of who approved"), max_length=200, blank=True)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    figures = models.JSONField(default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SummaryQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("summary")
        verbose_name_plural = _("summaries")
        constraints = [
            models.UniqueConstraint(fields=["series", "version"], name="feedback_summary_version_once"),
            models.UniqueConstraint(
                fields=["series"], condition=Q(state="published"), name="feedback_summary_one_published"
            ),
            models.UniqueConstraint(
                fields=["series"],
                condition=Q(state__in=["draft", "approval", "approved"]),
                name="feedback_summary_one_in_work",
            ),
            models.UniqueConstraint(fields=["slug", "version"], name="feedback_summary_slug_version_once"),
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")), name="feedback_summary_period_in_order"
            ),
            models.CheckConstraint(condition=Q(state__in=SummaryState.values), name="feedback_summary_state_known"),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "published", "corrected"]) | Q(approved_by__isnull=False),
                name="feedback_summary_published_is_approved",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("composed_by")),
                name="feedback_summary_four_eyes",
            ),
        ]
        indexes = [models.Index(fields=["state", "-published_at"], name="feedback_published")]

    def __str__(self):
        return self.title

    def is_workable_by(self, user):
        """The predicate twin of `SummaryQuerySet.workable_by`."""
        return Summary.objects.workable_by(user).filter(pk=self.pk).exists()

    def previous_version(self):
        """The published version that this one corrects, or None."""
        earlier = Summary.objects.ever_published().filter(series=self.series, version__lt=self.version)
        return earlier.order_by("-version").first()

    @property
    def is_editable(self):
        """Whether its words and cases may still change."""
        return self.state in EDITABLE

    @property
    def is_corrected(self):
        """Whether a newer version holds."""
        return self.state == SummaryState.CORRECTED
