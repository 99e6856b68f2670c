"""The case: one matter that a person brought to the authority."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from casework import procedure as registry
from casework.enums import Channel, Visibility

SEES_EVERY_CASE = (Role.DESK_OPERATOR, Role.HEAD)


class CaseQuerySet(models.QuerySet):
    """The sentences one says about cases."""

    def visible_to(self, user):
        """Cases whose original `user` may read: own ones; a unit's for its officials; all for the desk and the head."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_superuser or user.has_role(*SEES_EVERY_CASE):
            return self
        own = Q(submitter=user)
        if user.has_role(Role.OFFICIAL):
            own |= Q(assignee=user)
            if user.unit_id:
                own |= Q(unit=user.unit_id)
        return self.filter(own)

    def workable_by(self, user):
        """Cases that `user` sees as staff: never the ones that are merely the user's own as a resident."""
        if not (user.is_authenticated and (user.is_superuser or user.has_role(*SEES_EVERY_CASE, Role.OFFICIAL))):
            return self.none()
        if user.is_superuser or user.has_role(*SEES_EVERY_CASE):
            return self
        mine = Q(assignee=user)
        if user.unit_id:
            mine |= Q(unit=user.unit_id)
        return self.filter(mine)

    def in_public_register(self):
        """Cases whose number, title, dates and state anyone may read."""
        return self.filter(visibility=Visibility.REGISTER, is_quarantined=False).exclude(public_title="")

    def open(self):
        """Cases that still wait for something."""
        return self.filter(is_open=True)

    def overdue(self, now=None):
        """Open cases whose nearest clock has run out."""
        return self.open().filter(due_at__lt=now or timezone.now())

    def due_within(self, days, now=None):
        """Open cases, not overdue, whose nearest clock ends within `days` calendar days."""
        now = now or timezone.now()
        return self.open().filter(due_at__gte=now, due_at__lt=now + timedelta(days=days))

    def assigned_to(self, user):
        """Cases for which `user` answers."""
        return self.filter(assignee=user)

    def unassigned(self):
        """Open cases that nobody answers for."""
        return self.open().filter(assignee=None)

    def of_unit(self, unit_id):
        """Cases of one unit."""
        return self.filter(unit=unit_id) if unit_id else self.none()

    def quarantined(self):
        """Cases that look like spam and wait for a person's eye while their clock runs."""
        return self.filter(is_quarantined=True)


class Case(models.Model):
    """One matter in the register (справа); every procedure extends it by multi-table inheritance.

    `state` is written by `casework.services.fire` and nothing else; a trigger refuses a state that the procedure lacks.
    `text` is the original, read by the applicant and staff; `public_title` and `public_text` are the public edition.
    """

    number = models.CharField(_("number"), max_length=30, unique=True)
    procedure = models.CharField(_("procedure"), max_length=40)
    state = models.CharField(_("state"), max_length=40)
    outcome = models.CharField(_("outcome"), max_length=40, blank=True)
    is_open = models.BooleanField(_("open"), default=True)  # something waits for the office; see State.is_idle
    channel = models.CharField(_("channel"), max_length=12, choices=Channel.choices, default=Channel.WEB)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    registered_at = models.DateTimeField(_("registered"), null=True, blank=True)
    decided_at = models.DateTimeField(_("answered"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    due_at = models.DateTimeField(_("due"), null=True, blank=True, help_text=_("End of the nearest running clock."))
    answered_late = models.BooleanField(_("answered late"), null=True, blank=True)

    submitter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name=_("account")
    )
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("filed by")
    )
    settlement = models.ForeignKey(
        "accounts.Settlement", models.PROTECT, null=True, blank=True, verbose_name=_("settlement")
    )
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, null=True, blank=True, verbose_name=_("unit"))
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assigned_cases",
        verbose_name=_("handled by"),
    )

    text = models.TextField(_("original text"), blank=True)
    public_title = models.CharField(_("public title"), max_length=200, blank=True)
    public_text = models.TextField(_("public edition"), blank=True)
    visibility = models.CharField(
        _("visibility"), max_length=10, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    is_quarantined = models.BooleanField(_("in quarantine"), default=False)
    suspicion = models.CharField(_("why in quarantine"), max_length=200, blank=True)

    idempotency_key = models.CharField(max_length=64, unique=True, editable=False)
    tracking_secret_hash = models.CharField(max_length=120, editable=False)
    search_folded = models.TextField(blank=True, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="casework_case_channel_known"),
            models.CheckConstraint(
                condition=Q(visibility__in=Visibility.values), name="casework_case_visibility_known"
            ),
            models.CheckConstraint(condition=~Q(tracking_secret_hash=""), name="casework_case_has_secret"),
        ]
        indexes = [
            models.Index(fields=["is_open", "due_at"], name="casework_open_due"),
            models.Index(fields=["assignee", "is_open", "due_at"], name="casework_assignee_due"),
            models.Index(fields=["unit", "is_open", "due_at"], name="casework_unit_due"),
            models.Index(fields=["visibility", "-received_at", "-id"], name="casework_register"),
            models.Index(fields=["-received_at", "-id"], name="casework_newest"),
            models.Index(fields=["procedure", "state"], name="casework_state"),
            models.Index(fields=["-received_at"], condition=Q(is_quarantined=True), name="casework_quarantine"),
        ]

    def __str__(self):
        return self.number

    @cached_property
    def specific(self):
        """The same case as its procedure's own model."""
        from_registry = self.rules.model
        if isinstance(self, from_registry):
            return self
        return from_registry.objects.select_related("unit", "assignee", "settlement", "submitter").get(pk=self.pk)

    @property
    def rules(self):
        """The procedure's table."""
        return registry.procedure(self.procedure)

    @property
    def state_rule(self):
        """The present state with its wording."""
        return self.rules.state(self.state)

    def get_state_display(self):
        """The name of the present state."""
        return self.state_rule.label

    def get_outcome_display(self):
        """The name of the outcome, or nothing."""
        return self.rules.outcome_label(self.outcome)

    @property
    def display_title(self):
        """What staff read in a list: the public title, or the beginning of the text."""
        return self.public_title or " ".join(self.text.split())[:120] or self.number

    def is_overdue(self, now=None):
        """Whether the nearest clock has run out on an open case."""
        return bool(self.is_open and self.due_at and self.due_at < (now or timezone.now()))

    def is_visible_to(self, user):
        """The predicate twin of `CaseQuerySet.visible_to`."""
        return Case.objects.visible_to(user).filter(pk=self.pk).exists()

    def is_staffed_by(self, user):
        """The predicate twin of `CaseQuerySet.workable_by`."""
        return Case.objects.workable_by(user).filter(pk=self.pk).exists()

    def erase_originals(self):
        """Empty what the applicant wrote besides `text`; procedures that keep more of it override this."""
