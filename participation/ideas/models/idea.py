"""The idea: a case whose public edition is its author's own words."""

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.enums import Visibility
from casework.models import Case
from casework.models.case import CaseQuerySet
from core.text import fold
from participation.ideas.models.call import IdeaCall, IdeaTag

FOLDED_LENGTH = 260
LISTED = ("listed_at", "listed_state", "listed_settlement", "public_folded")
TITLE_LENGTH = 160


class IdeaQuerySet(CaseQuerySet):
    """The sentences one says about ideas."""

    def create(self, *, tags=(), **fields):
        """Enter an idea with its tags."""
        idea = super().create(**fields)
        idea.tags.set(tags)
        return idea

    def in_public_register(self):
        """Ideas that anyone may read: published once, hidden by nobody."""
        return super().in_public_register().filter(published_at__isnull=False)

    def listed(self):
        """Public ideas, newest first, asked from narrow columns of their own: to count and to take keys."""
        return self.filter(listed_at__isnull=False).order_by("-listed_at", "-case_ptr_id")

    def found_by(self, words):
        """Ideas whose number and title hold every word."""
        found = self
        for word in fold(words).split():
            found = found.filter(public_folded__contains=word)
        return found


class Idea(Case):
    """One idea. `public_title` and `public_text` are its words, `text` the same as they first came.

    `listed_*` and `public_folded` are the index of the public list, written by `save`, so that twenty thousand ideas are
    filtered and sorted without touching their texts.
    """

    call = models.ForeignKey(IdeaCall, models.PROTECT, related_name="ideas", verbose_name=_("call"))
    tags = models.ManyToManyField(IdeaTag, blank=True, related_name="ideas", verbose_name=_("tags"))
    service = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("service")
    )
    answers_given = models.JSONField(_("fields of the call"), default=list, blank=True)  # [[label, words], …]
    place = models.CharField(_("place"), max_length=200, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(44), MaxValueValidator(53)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(22), MaxValueValidator(41)],
    )
    photo_description = models.CharField(_("what the picture shows"), max_length=200, blank=True)

    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    withdrawal_reason = models.TextField(_("why withdrawn"), blank=True)
    return_reason = models.TextField(_("why returned"), blank=True)
    decision_reason = models.TextField(_("reason of the decision"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    next_update_on = models.DateField(_("next news by"), null=True, blank=True)
    joined_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="joined", verbose_name=_("joined to")
    )
    join_reason = models.TextField(_("why joined"), blank=True)

    contribution = models.OneToOneField(
        "moderation.Contribution", models.PROTECT, null=True, blank=True, related_name="idea", editable=False
    )
    thread = models.OneToOneField(
        "comments.Thread", models.PROTECT, null=True, blank=True, related_name="idea", editable=False
    )
    collection = models.OneToOneField(
        "sheets.Collection", models.PROTECT, null=True, blank=True, related_name="idea", editable=False
    )

    listed_at = models.DateTimeField(null=True, editable=False)
    listed_state = models.CharField(max_length=40, blank=True, editable=False)
    listed_settlement = models.ForeignKey(
        "accounts.Settlement", models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    public_folded = models.CharField(max_length=FOLDED_LENGTH, blank=True, editable=False)

    objects = IdeaQuerySet.as_manager()

    class Meta:
        verbose_name = _("idea")
        verbose_name_plural = _("ideas")
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="ideas_point_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(joined_to__isnull=True) | ~Q(join_reason=""), name="ideas_joined_with_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["-listed_at", "-case_ptr"], name="ideas_listed"),
            models.Index(fields=["call", "-listed_at", "-case_ptr"], name="ideas_listed_in_call"),
        ]

    def save(self, *args, **kwargs):
        """Save, with the index of the public list."""
        listed = self.is_in_public_register
        self.listed_at, self.listed_state = (self.published_at, self.state) if listed else (None, "")
        self.listed_settlement_id = self.settlement_id if listed else None
        self.public_folded = fold(f"{self.number} {self.public_title}")[:FOLDED_LENGTH] if listed else ""
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, *LISTED}
        super().save(*args, **kwargs)

    @property
    def is_in_public_register(self):
        """The predicate twin of `in_public_register()`."""
        is_open = self.visibility == Visibility.REGISTER and not self.is_quarantined
        return bool(is_open and self.public_title and self.published_at)

    def get_absolute_url(self):
        """The address of its public page."""
        return reverse("ideas:idea", args=[self.number])

    @property
    def page_link(self):
        """The whole address of its public page, for letters."""
        return settings.BASE_URL + self.get_absolute_url()

    @property
    def supports(self):
        """How many people support it, by whatever way their voices came."""
        return self.collection.voices if self.collection_id else 0

    @property
    def editable_until(self):
        """Until when the author may edit the published words; None before publication."""
        return self.published_at + timedelta(days=self.call.edit_days) if self.published_at else None

    def is_editable(self, now=None):
        """Whether the author may still edit it."""
        return self.editable_until is None or (now or timezone.now()) <= self.editable_until

    def erase_originals(self):
        """The words stay, for they were published; nothing of the person stands beside them."""
