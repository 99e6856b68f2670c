"""A public hearing (громадські слухання): the file from the initiative to the reaction."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from casework.enums import Visibility
from casework.models import Case
from casework.models.case import CaseQuerySet
from participation.hearings.enums import Format, Initiator, NotHeld, Profile

STAFF_USER = {"on_delete": models.PROTECT, "null": True, "blank": True, "related_name": "+"}
TAKES_PROPOSALS = ("announced", "in_session", "paused")
COMING = ("appointed", "announced", "in_session", "paused")
AT_SITTING = ("in_session", "paused")
AFTER_SITTING = ("held", "protocol", "consideration", "results", "closed")


class HearingQuerySet(CaseQuerySet):
    """The sentences one says about hearings."""

    def shown(self):
        """Hearings that anyone may read of."""
        return self.filter(visibility=Visibility.REGISTER, is_quarantined=False)

    def coming(self):
        """Hearings with a date, until their sitting is over."""
        return self.filter(state__in=COMING)

    def taking_proposals(self):
        """Hearings to which one may write a proposal now."""
        return self.shown().filter(state__in=TAKES_PROPOSALS)


class Hearing(Case):
    """One hearing. `text` (of `Case`) is the initiator's reasons; `public_title` its subject.

    `quorum`, `threshold` and `notice_until` are frozen when they begin to count, with the act they came from. `changes`
    counts moved dates: letters, proofs of notice and calendar entries carry it, so that each round is told anew.
    """

    case_ptr = models.OneToOneField(Case, models.CASCADE, parent_link=True, primary_key=True, related_name="as_hearing")
    profile = models.CharField(_("profile"), max_length=15, choices=Profile.choices, default=Profile.GENERAL)
    initiator = models.CharField(_("called by"), max_length=10, choices=Initiator.choices, default=Initiator.RESIDENTS)
    initiative_act = models.CharField(_("act of the initiative"), max_length=300, blank=True)
    threshold = models.PositiveIntegerField(_("signatures needed"), null=True, blank=True)
    refusal_reason = models.TextField(_("why refused"), blank=True)

    order_number = models.CharField(_("order"), max_length=200, blank=True)
    format = models.CharField(_("format"), max_length=10, choices=Format.choices, default=Format.IN_PERSON)
    place = models.CharField(_("place"), max_length=300, blank=True)
    access_note = models.TextField(_("accessibility of the place"), blank=True)
    stream_url = models.URLField(_("link of the live stream"), max_length=500, blank=True)
    recording_url = models.URLField(_("link of the recording"), max_length=500, blank=True)
    starts_at = models.DateTimeField(_("begins"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    places = models.PositiveIntegerField(_("places in the hall"), default=0)
    quorum = models.PositiveIntegerField(_("quorum"), default=0)
    speech_minutes = models.PositiveSmallIntegerField(_("minutes for a speech"), default=5)
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("chair"), **STAFF_USER)
    secretary = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("secretary"), **STAFF_USER)

    announced_at = models.DateTimeField(_("announced"), null=True, blank=True)
    notice_until = models.DateTimeField(_("notice ends"), null=True, blank=True)
    notice_rule = models.CharField(max_length=60, blank=True, editable=False)
    changes = models.PositiveSmallIntegerField(_("moved dates"), default=0)
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=1)
    not_held = models.CharField(_("why not held"), max_length=10, choices=NotHeld.choices, blank=True)

    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    recommendations = models.TextField(_("recommendations"), blank=True)
    chair_signed_at = models.DateTimeField(_("signed by the chair"), null=True, blank=True)
    chair_digest = models.CharField(max_length=64, blank=True, editable=False)
    secretary_signed_at = models.DateTimeField(_("signed by the secretary"), null=True, blank=True)
    secretary_digest = models.CharField(max_length=64, blank=True, editable=False)
    protocol = models.JSONField(_("protocol"), null=True, blank=True, editable=False)  # frozen when it is published
    protocol_at = models.DateTimeField(_("protocol published"), null=True, blank=True)
    results = models.TextField(_("results"), blank=True)
    results_at = models.DateTimeField(_("results published"), null=True, blank=True)

    objects = HearingQuerySet.as_manager()

    class Meta:
        verbose_name = _("public hearing")
        verbose_name_plural = _("public hearings")
        constraints = [
            models.CheckConstraint(condition=Q(profile__in=Profile.values), name="hearings_profile_known"),
            models.CheckConstraint(condition=Q(initiator__in=Initiator.values), name="hearings_initiator_known"),
            models.CheckConstraint(condition=Q(format__in=Format.values), name="hearings_format_known"),
            models.CheckConstraint(
                condition=Q(chair__isnull=True) | Q(secretary__isnull=True) | ~Q(chair=F("secretary")),
                name="hearings_two_people_sign",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")), name="hearings_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(protocol_at__isnull=True)
                | Q(chair_signed_at__isnull=False, secretary_signed_at__isnull=False),
                name="hearings_protocol_signed_by_both",
            ),
        ]
        indexes = [models.Index(fields=["starts_at"], name="hearings_starts")]

    def get_absolute_url(self):
        """The public page."""
        return reverse("hearings:detail", args=[self.number])

    @property
    def is_shown(self):
        """Whether anyone may read of it."""
        return self.visibility == Visibility.REGISTER and not self.is_quarantined

    @property
    def takes_proposals(self):
        """Whether one may write a proposal now."""
        return self.state in TAKES_PROPOSALS

    @property
    def takes_registrations(self):
        """Whether one may register now: until the sitting is opened."""
        return self.state == "announced"

    @property
    def is_in_hall(self):
        """Whether people come to a place."""
        return self.format != Format.ONLINE

    @property
    def is_online(self):
        """Whether people take part from afar."""
        return self.format != Format.IN_PERSON

    @property
    def is_paused(self):
        """Whether the sitting is interrupted."""
        return self.state == "paused"

    @property
    def is_over(self):
        """Whether the sitting has been held."""
        return self.state in AFTER_SITTING

    @cached_property
    def proofs_of_round(self):
        """Proofs of the notice that holds: those of earlier dates prove nothing."""
        return list(self.proofs.filter(round=self.changes))
