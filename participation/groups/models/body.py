"""An advisory body and its calls for members."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import Case
from casework.models.case import CaseQuerySet
from core.text import slugify_uk
from participation.groups.enums import BodyKind, CallState

NOT_PUBLIC = ("proposed", "declined")
AT_WORK = ("working", "ending")
RESERVED = {"proponuvaty", "rekomendatsii"}  # addresses of other pages beside the bodies


class BodyQuerySet(CaseQuerySet):
    """The sentences one says about bodies."""

    def public(self):
        """Bodies that were founded: anyone may read of them."""
        return self.in_public_register().exclude(state__in=NOT_PUBLIC)


class Body(Case):
    """An advisory body or working group (консультативно-дорадчий орган, робоча група) from proposal to archive.

    Its composition is `Member`, who opens its workspace is `WorkspaceAccess`: a member without an account needs no access,
    and a clerk with access is no member.
    """

    name = models.CharField(_("name of the body"), max_length=200)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=BodyKind.choices, default=BodyKind.COUNCIL)
    purpose = models.TextField(_("purpose"), max_length=5000)
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    term_months = models.PositiveSmallIntegerField(_("term of a mandate, months"), null=True, blank=True)
    founding_act = models.CharField(_("founding decision"), max_length=300, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    statute = models.TextField(_("statute of the body"), max_length=20_000, blank=True)
    public_contact = models.CharField(_("public contact"), max_length=300, blank=True)
    composition_act = models.CharField(_("decision on the composition"), max_length=300, blank=True)
    term_ends_on = models.DateField(_("term ends on"), null=True, blank=True)
    stop_reason = models.TextField(_("why it stopped"), blank=True)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("advisory body")
        verbose_name_plural = _("advisory bodies")
        constraints = [models.CheckConstraint(condition=Q(kind__in=BodyKind.values), name="groups_body_kind_known")]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Give a new body its address."""
        if not self.slug:
            self.slug = free_slug(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        """Its public page."""
        return reverse("groups:body", args=[self.slug])

    @property
    def is_public(self):
        """Whether anyone may read of it: the twin of `BodyQuerySet.public` for one row."""
        return self.state not in NOT_PUBLIC and bool(self.public_title) and not self.is_quarantined

    @property
    def display_title(self):
        """Its name."""
        return self.name


def free_slug(name):
    """An address made of the name that no body has yet."""
    base = slugify_uk(name, max_length=70) or "hrupa"
    taken = RESERVED | set(Body.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 2
    slug = base
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


class CallQuerySet(models.QuerySet):
    """The sentences one says about calls."""

    def accepting(self, now=None):
        """Calls to which one may apply at this moment."""
        return self.filter(state=CallState.OPEN, closes_on__gte=timezone.localdate(now))


class Call(models.Model):
    """An open call for members: what is asked of them, which documents, until when."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="calls")
    state = models.CharField(_("state"), max_length=10, choices=CallState.choices, default=CallState.OPEN)
    seats = models.PositiveSmallIntegerField(_("seats to fill"))
    criteria = models.TextField(_("criteria"), max_length=5000)
    documents = models.TextField(_("documents"), max_length=5000, blank=True)
    opened_on = models.DateField(_("opened on"), default=timezone.localdate)
    closes_on = models.DateField(_("last day"))
    extension_reason = models.CharField(_("why it was extended"), max_length=500, blank=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        verbose_name = _("call for members")
        verbose_name_plural = _("calls for members")
        constraints = [
            models.UniqueConstraint(
                fields=["body"], condition=Q(state__in=["open", "closed"]), name="groups_call_one_at_a_time"
            ),
            models.CheckConstraint(condition=Q(state__in=CallState.values), name="groups_call_state_known"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=models.F("opened_on")), name="groups_call_dates_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.body_id}: {self.opened_on:%Y-%m-%d}"

    def accepts(self, now=None):
        """Whether one may apply at this moment."""
        return self.state == CallState.OPEN and self.closes_on >= timezone.localdate(now)
