"""The public words of one person and whether the public sees them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.moderation import kinds
from participation.moderation.enums import STATE_TONES, State


class ContributionQuerySet(models.QuerySet):
    """The sentences one says about contributions."""

    def shown(self):
        """What everybody may read."""
        return self.filter(state=State.VISIBLE, withdrawn_at=None)

    def shown_to(self, user):
        """What `user` may read: everything in view, and the own words whatever became of them."""
        if not user.is_authenticated:
            return self.shown()
        return self.filter(Q(state=State.VISIBLE, withdrawn_at=None) | Q(author=user))

    def waiting(self):
        """The queue of moderators: who waits longest stands first."""
        return self.filter(waits_since__isnull=False).order_by("waits_since", "pk")


class Contribution(models.Model):
    """One person's public words: what a room points at instead of keeping a state of its own.

    `text` is all that is shown, title included; `address` is where it stands. `waits_since` is set while a moderator owes
    something: a check, an answer to reports or to an appeal. `reviewed_at`: a moderator saw this very text and left it.
    """

    kind = models.CharField(_("kind"), max_length=40)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("author")
    )
    author_name = models.CharField(_("name shown"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.VISIBLE)
    reports_open = models.PositiveIntegerField(_("open reports"), default=0)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    state_at = models.DateTimeField(_("state since"), default=timezone.now)
    reviewed_at = models.DateTimeField(_("checked"), null=True, blank=True)
    waits_since = models.DateTimeField(_("waits since"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        permissions = [("moderate", _("Can moderate what people write in public"))]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="moderation_contribution_state_known"),
            models.CheckConstraint(
                condition=~Q(state=State.HELD, withdrawn_at=None) | Q(waits_since__isnull=False),
                name="moderation_contribution_held_waits",
            ),
        ]
        indexes = [
            models.Index(fields=["waits_since", "id"], condition=Q(waits_since__isnull=False), name="moderation_queue"),
            models.Index(fields=["author", "state"], name="moderation_author"),
        ]

    def __str__(self):
        return f"{self.kind_label} №{self.pk}"

    @property
    def kind_label(self):
        """What a thing of this kind is called."""
        return kinds.label(self.kind)

    @property
    def is_shown(self):
        """Whether everybody may read it."""
        return self.state == State.VISIBLE and self.withdrawn_at is None

    @property
    def tone(self):
        """The colour of the state's tag."""
        return STATE_TONES[self.state]

    def is_shown_to(self, user):
        """The predicate twin of `ContributionQuerySet.shown_to`."""
        return self.is_shown or (user.is_authenticated and self.author_id == user.pk)

    def is_own(self, user):
        """Whether these are the user's own words: author, or what the kind counts as such (co-authors)."""
        if not user.is_authenticated:
            return False
        return self.author_id == user.pk or kinds.counts_as_own(self, user)
