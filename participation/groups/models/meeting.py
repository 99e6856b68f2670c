"""Meetings: agenda, attendance, roll-call votes, recommendations, remarks to the minutes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from casework.models import Case
from participation.groups.enums import VERDICT_TONES, Choice, Intention, Verdict
from participation.groups.models.document import SHOWN_MEETINGS

WITH_MINUTES = ("minuted", "sent", "answered", "closed")


class GroupMeeting(Case):
    """One meeting of a body from plan to the authority's answers; `number` counts within the body."""

    group = models.ForeignKey("groups.Body", models.PROTECT, related_name="meetings", verbose_name=_("body"))
    sequence = models.PositiveIntegerField(_("number of the meeting"))
    starts_at = models.DateTimeField(_("begins"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    online_url = models.URLField(_("link to join or watch"), max_length=500, blank=True)
    recording_url = models.URLField(_("link to the recording"), max_length=500, blank=True)
    announce_by = models.DateField(_("announce by"))
    change_count = models.PositiveSmallIntegerField(_("changes of the plan"), default=0)
    members_due = models.PositiveSmallIntegerField(_("members in office"), null=True, blank=True)
    quorum = models.PositiveSmallIntegerField(_("quorum"), null=True, blank=True)
    chair_name = models.CharField(_("chaired by"), max_length=200, blank=True)
    secretary_name = models.CharField(_("minutes kept by"), max_length=200, blank=True)
    opening = models.TextField(_("beginning of the minutes"), max_length=10_000, blank=True)
    minuted_on = models.DateField(_("minutes published on"), null=True, blank=True)

    class Meta:
        verbose_name = _("meeting of a body")
        verbose_name_plural = _("meetings of bodies")
        constraints = [
            models.UniqueConstraint(fields=["group", "sequence"], name="groups_meeting_number_once"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("starts_at")), name="groups_meeting_ends_after_start"
            ),
        ]
        indexes = [models.Index(fields=["starts_at"], name="groups_meeting_starts")]

    def __str__(self):
        return f"{self.group_id}/{self.sequence}"

    def get_absolute_url(self):
        """Its public page."""
        return reverse("groups:meeting", args=[self.group.slug, self.sequence])

    @property
    def is_shown(self):
        """Whether the public reads of it."""
        return self.state in SHOWN_MEETINGS

    @property
    def has_minutes(self):
        """Whether its minutes are published."""
        return bool(self.minuted_on) and self.state in WITH_MINUTES

    @cached_property
    def present(self):
        """How many members came."""
        return sum(1 for row in self.attendances.all() if row.was_present)


class AgendaItem(models.Model):
    """A question of the agenda; after the meeting it says what was heard and decided."""

    meeting = models.ForeignKey(GroupMeeting, models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    title = models.CharField(_("question"), max_length=300)
    speaker = models.CharField(_("speaker"), max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes given"), null=True, blank=True)
    heard = models.TextField(_("heard and spoke"), max_length=20_000, blank=True)
    decision = models.TextField(_("decided"), max_length=10_000, blank=True)
    is_voted = models.BooleanField(_("put to the vote"), default=True)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("question of the agenda")
        verbose_name_plural = _("agenda")

    def __str__(self):
        return self.title

    def counted(self):
        """Votes by choice, as pairs of label and number."""
        votes = [vote.choice for vote in self.votes.all()]
        return [(label, votes.count(value)) for value, label in Choice.choices]


class Attendance(models.Model):
    """One member at one meeting: what they meant to do, and whether they came."""

    meeting = models.ForeignKey(GroupMeeting, models.CASCADE, related_name="attendances")
    member = models.ForeignKey("groups.Member", models.CASCADE, related_name="attendances")
    intention = models.CharField(_("intention"), max_length=8, choices=Intention.choices, blank=True)
    intended_at = models.DateTimeField(null=True, blank=True)
    was_present = models.BooleanField(_("was present"), null=True, blank=True)

    class Meta:
        ordering = ["member__name", "pk"]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="groups_attendance_once")]

    def __str__(self):
        return f"{self.meeting_id}/{self.member_id}"


class Vote(models.Model):
    """The vote of one member on one question: roll-call."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="votes")
    member = models.ForeignKey("groups.Member", models.CASCADE, related_name="votes")
    choice = models.CharField(_("vote"), max_length=10, choices=Choice.choices)

    class Meta:
        ordering = ["member__name", "pk"]
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            models.UniqueConstraint(fields=["item", "member"], name="groups_vote_once"),
            models.CheckConstraint(condition=Q(choice__in=Choice.values), name="groups_vote_choice_known"),
        ]

    def __str__(self):
        return f"{self.item_id}/{self.member_id}"


class Recommendation(models.Model):
    """What the body asks of the authority, and the authority's answer."""

    meeting = models.ForeignKey(GroupMeeting, models.CASCADE, related_name="recommendations")
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    text = models.TextField(_("recommendation"), max_length=5000)
    addressee = models.CharField(_("to whom"), max_length=200)
    verdict = models.CharField(_("answer"), max_length=10, choices=Verdict.choices, default=Verdict.WAITING)
    reason = models.TextField(_("reasons of the answer"), max_length=10_000, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    class Meta:
        ordering = ["meeting", "order", "pk"]
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="groups_verdict_known"),
            models.CheckConstraint(
                condition=Q(verdict="waiting") | (~Q(reason="") & Q(answered_on__isnull=False)),
                name="groups_answer_has_reason",
            ),
        ]

    def __str__(self):
        return self.text[:60]

    @property
    def tone(self):
        """The colour of its answer."""
        return VERDICT_TONES[self.verdict]


class MinutesRemark(models.Model):
    """A remark of a person with access to the minutes of a meeting: read by its author and by staff."""

    meeting = models.ForeignKey(GroupMeeting, models.CASCADE, related_name="remarks")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    text = models.TextField(_("remark"), max_length=5000)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("remark to the minutes")
        verbose_name_plural = _("remarks to the minutes")

    def __str__(self):
        return f"{self.meeting_id}/{self.pk}"
