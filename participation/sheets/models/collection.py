"""A collection of voices: signatures, support or attendance of one case."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import Case
from participation.sheets.enums import Kind


class CollectionQuerySet(models.QuerySet):
    """The sentences one says about collections."""

    def workable_by(self, user):
        """Collections of the cases that `user` works with as staff."""
        return self.filter(case__in=Case.objects.workable_by(user).values("pk"))

    def in_public(self):
        """Collections of cases that anyone may read about."""
        return self.filter(case__in=Case.objects.in_public_register().values("pk"))

    def open_on(self, day=None):
        """Collections that take voices on the local day `day` (today)."""
        day = day or timezone.localdate()
        return self.filter(
            Q(opens_on=None) | Q(opens_on__lte=day), Q(closes_on=None) | Q(closes_on__gte=day), closed_at=None
        )


class Collection(models.Model):
    """Voices of one kind for one case, from the site, the desk and paper, counted together.

    `voices` is the one counter: the number of records that stand, moved only by the verbs of `services` under a lock.
    The site takes voices from `opens_on` to `closes_on`; rows of sheets that were signed in time may be keyed in until
    the collection is closed for good (`closed_at`).
    """

    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="collections", verbose_name=_("case"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=200)
    threshold = models.PositiveIntegerField(_("voices needed"), default=0)
    minimum_age = models.PositiveSmallIntegerField(_("minimum age"), default=0)
    opens_on = models.DateField(_("opens"), null=True, blank=True)
    closes_on = models.DateField(_("last day"), null=True, blank=True)
    opened_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)
    reached_at = models.DateTimeField(_("threshold reached"), null=True, blank=True, editable=False)
    voices = models.PositiveIntegerField(_("voices"), default=0, editable=False)
    names_erased_at = models.DateTimeField(_("names erased"), null=True, blank=True, editable=False)

    objects = CollectionQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-pk"]
        verbose_name = _("collection of voices")
        verbose_name_plural = _("collections of voices")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="sheets_collection_kind_known"),
            models.CheckConstraint(
                condition=Q(opens_on=None) | Q(closes_on=None) | Q(closes_on__gte=F("opens_on")),
                name="sheets_collection_days_in_order",
            ),
        ]
        indexes = [models.Index(fields=["closed_at", "closes_on"], name="sheets_collection_closing")]

    def __str__(self):
        return self.title

    def is_open(self, now=None):
        """Whether the site takes voices at the moment `now`."""
        day = timezone.localdate(now)
        has_begun = self.opens_on is None or self.opens_on <= day
        return self.closed_at is None and has_begun and (self.closes_on is None or day <= self.closes_on)

    def takes_paper(self, now=None):
        """Whether rows of sheets may be keyed in at the moment `now`: until it is closed for good."""
        return self.closed_at is None and (self.opens_on is None or self.opens_on <= timezone.localdate(now))

    @property
    def asks_birth_date(self):
        """Whether every signer names the date of birth: signatures are checked against each other by it."""
        return self.kind == Kind.SIGNATURES

    @property
    def is_reached(self):
        """Whether there are as many voices as are needed; never without a threshold."""
        return bool(self.threshold) and self.voices >= self.threshold

    @property
    def missing(self):
        """How many voices are still needed."""
        return max(0, self.threshold - self.voices)
