"""Who sits in a body, by which act, from when to when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.groups.enums import Position


class MemberQuerySet(models.QuerySet):
    """The sentences one says about members."""

    def on(self, day=None):
        """Members whose mandate runs on that day (today)."""
        day = day or timezone.localdate()
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), mandate_from__lte=day, mandate_to__gte=day)


class Member(models.Model):
    """One mandate of one person. Membership opens no workspace: that is `WorkspaceAccess`.

    Name, position and organisation are public by the decision on the composition; `email` is for letters only.
    """

    body = models.ForeignKey("groups.Body", models.CASCADE, related_name="members")
    application = models.OneToOneField(
        "groups.MembershipApplication", models.PROTECT, null=True, blank=True, related_name="member"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name=_("account"),
    )
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("For letters about meetings; never shown."))
    position = models.CharField(
        _("position in the body"), max_length=10, choices=Position.choices, default=Position.MEMBER
    )
    occupation = models.CharField(_("occupation or post"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    conflict_note = models.CharField(_("note on conflict of interest"), max_length=500, blank=True)
    act = models.CharField(_("decision on the mandate"), max_length=300)
    mandate_from = models.DateField(_("mandate from"))
    mandate_to = models.DateField(_("mandate to"))
    ended_on = models.DateField(_("ended earlier on"), null=True, blank=True)
    end_reason = models.CharField(_("why it ended"), max_length=300, blank=True)
    reminded_for = models.DateField(null=True, blank=True, editable=False)  # the end of mandate already told of

    objects = MemberQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.CheckConstraint(condition=Q(position__in=Position.values), name="groups_member_position_known"),
            models.CheckConstraint(
                condition=Q(mandate_to__gt=F("mandate_from")), name="groups_member_mandate_in_order"
            ),
            models.CheckConstraint(condition=Q(ended_on=None) | ~Q(end_reason=""), name="groups_member_end_has_reason"),
        ]

    def __str__(self):
        return self.name

    @property
    def last_day(self):
        """The day on which the mandate ends, or ended."""
        return self.ended_on or self.mandate_to

    def sits_on(self, day):
        """The twin of `MemberQuerySet.on`."""
        return self.mandate_from <= day <= self.mandate_to and (self.ended_on is None or self.ended_on > day)
