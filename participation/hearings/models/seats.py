"""Places and who took them. A place is a row: nobody can take one that is not there, nor one that is taken."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from participation.hearings.enums import RegistrationState
from participation.hearings.models.hearing import Hearing

CODE_LENGTH = 20
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"


def new_code():
    """A code that nobody guesses and a person can type."""
    return get_random_string(CODE_LENGTH, READABLE)


class Seat(models.Model):
    """One place in the hall. A reserved one is for those who need it near, or whom the office invited."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="seats")
    number = models.PositiveIntegerField(_("number"))
    is_reserved = models.BooleanField(_("reserved"), default=False)

    class Meta:
        ordering = ["hearing", "number"]
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [models.UniqueConstraint(fields=["hearing", "number"], name="hearings_seat_once")]

    def __str__(self):
        return str(self.number)


class RegistrationQuerySet(models.QuerySet):
    """The sentences one says about registrations."""

    def standing(self):
        """Those that were not cancelled."""
        return self.exclude(state=RegistrationState.CANCELLED)

    def coming(self):
        """Those who are awaited: in the hall or online."""
        return self.filter(state__in=(RegistrationState.SEATED, RegistrationState.REMOTE))

    def present(self):
        """Those who were let in at the door or joined online."""
        return self.coming().filter(checked_in_at__isnull=False)

    def reachable(self):
        """Those who left an e-mail."""
        return self.standing().exclude(email="")


class Registration(models.Model):
    """One person who said that they come. The name and contacts are read by staff only."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="registrations")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=RegistrationState.choices)
    seat = models.OneToOneField(
        Seat, models.PROTECT, null=True, blank=True, related_name="registration", verbose_name=_("place")
    )
    code = models.CharField(_("code"), max_length=24, unique=True, default=new_code, editable=False)
    key = models.UUIDField(null=True, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    settlement = models.ForeignKey(
        "accounts.Settlement", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("settlement")
    )
    needs_interpreter = models.BooleanField(_("needs a sign language interpreter"), default=False)
    needs = models.CharField(_("what else is needed"), max_length=300, blank=True)
    wants_to_speak = models.BooleanField(_("wants to speak"), default=False)
    topic = models.CharField(_("about what"), max_length=200, blank=True)
    language = models.CharField(max_length=8, default="uk", editable=False)
    by_staff = models.BooleanField(_("entered by staff"), default=False)
    registered_at = models.DateTimeField(_("registered"), default=timezone.now)
    checked_in_at = models.DateTimeField(_("came"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ["registered_at", "pk"]
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="seated", seat__isnull=False)
                | (Q(state__in=["waiting", "remote", "cancelled"]) & Q(seat__isnull=True)),
                name="hearings_seated_has_a_seat",
            ),
            models.CheckConstraint(
                condition=Q(checked_in_at__isnull=True) | Q(state__in=["seated", "remote"]),
                name="hearings_only_awaited_come",
            ),
            models.UniqueConstraint(
                fields=["hearing", "email"],
                condition=~Q(state="cancelled") & ~Q(email=""),
                name="hearings_one_registration",
            ),
        ]
        indexes = [models.Index(fields=["hearing", "state", "registered_at"], name="hearings_waiting")]

    def __str__(self):
        return f"#{self.pk}"

    def get_absolute_url(self):
        """The person's own page with the QR code."""
        return reverse("hearings:ticket", args=[self.code])

    @property
    def has_needs(self):
        """Whether a reserved place is for this person."""
        return self.needs_interpreter or bool(self.needs)
