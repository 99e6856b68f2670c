"""What the file of a hearing holds: proofs of notice, documents, the agenda, votes."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import Attachment
from participation.hearings.enums import NoticeKind
from participation.hearings.models.hearing import Hearing


class NoticeProof(models.Model):
    """That the hearing was announced: where, when, by whom; `round` is `Hearing.changes` at that time."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="proofs")
    round = models.PositiveSmallIntegerField(default=0, editable=False)
    kind = models.CharField(_("where announced"), max_length=10, choices=NoticeKind.choices)
    where = models.CharField(_("address or link"), max_length=300)
    posted_on = models.DateField(_("announced on"), default=timezone.localdate)
    file = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("photo or scan")
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["round", "posted_on", "pk"]
        verbose_name = _("proof of notice")
        verbose_name_plural = _("proofs of notice")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="hearings_notice_kind_known"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.where}"


class HearingDocument(models.Model):
    """What to read before the hearing: a public file, or a draft that people discuss paragraph by paragraph."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="documents")
    title = models.CharField(_("title"), max_length=200)
    file = models.OneToOneField(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    draft = models.ForeignKey(
        "drafts.Document", models.PROTECT, null=True, blank=True, related_name="hearings", verbose_name=_("draft")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("document of the hearing")
        verbose_name_plural = _("documents of the hearing")
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, draft__isnull=True) | Q(file__isnull=True, draft__isnull=False),
                name="hearings_document_is_one_thing",
            ),
        ]

    def __str__(self):
        return self.title


class AgendaItem(models.Model):
    """A point of the agenda with its time."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="agenda")
    begins = models.TimeField(_("begins"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=10)
    title = models.CharField(_("point"), max_length=300)
    speaker = models.CharField(_("who speaks"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        ordering = ["order", "begins", "pk"]
        verbose_name = _("point of the agenda")
        verbose_name_plural = _("points of the agenda")

    def __str__(self):
        return self.title


class HearingVote(models.Model):
    """A vote at the sitting. Voices from afar stand apart: they are indicative unless the statute gives them votes."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="votes")
    proposal = models.ForeignKey(
        "hearings.HearingProposal",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="votes",
        verbose_name=_("on the proposal"),
    )
    question = models.CharField(_("question"), max_length=300)
    in_favour = models.PositiveIntegerField(_("in favour"), default=0)
    against = models.PositiveIntegerField(_("against"), default=0)
    abstained = models.PositiveIntegerField(_("abstained"), default=0)
    online_in_favour = models.PositiveIntegerField(_("online: in favour"), default=0)
    online_against = models.PositiveIntegerField(_("online: against"), default=0)
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("vote")
        verbose_name_plural = _("votes")

    def __str__(self):
        return self.question

    @property
    def has_online(self):
        """Whether somebody voted from afar."""
        return bool(self.online_in_favour or self.online_against)
