"""The call: a question to the community, its term, its rules and its own form."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from casework.enums import Channel
from core.text import slugify_uk
from participation.ideas.enums import FieldKind, Review

SLUG_LENGTH = 80


def every_channel():
    """All channels by which an idea can come."""
    return list(Channel.values)


class IdeaTag(models.Model):
    """A word by which ideas are found."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    name_en = models.CharField(_("name in English"), max_length=60, blank=True)
    slug = models.SlugField(_("in addresses"), max_length=SLUG_LENGTH, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("tag of ideas")
        verbose_name_plural = _("tags of ideas")

    def __str__(self):
        return self.name


class CallQuerySet(models.QuerySet):
    """The sentences one says about calls."""

    def public(self):
        """Calls that anyone may read about."""
        return self.filter(is_published=True)

    def takes_ideas(self, day=None):
        """Public calls that take ideas on `day` (today)."""
        day = day or timezone.localdate()
        return self.public().filter(Q(closes_on=None) | Q(closes_on__gte=day), opens_on__lte=day)


class IdeaCall(ClusterableModel):
    """One call for ideas. Without a last day it stays open."""

    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(_("in addresses"), max_length=SLUG_LENGTH, unique=True)
    question = models.CharField(_("question"), max_length=300, help_text=_("What we ask the community, in one sentence."))
    about = models.TextField(_("about the call"), blank=True, help_text=_("Why we ask and what will be done with ideas."))
    budget_note = models.TextField(
        _("about the money"), blank=True, help_text=_("How much there is, from where, what it cannot be spent on.")
    )
    opens_on = models.DateField(_("first day"), default=timezone.localdate)
    closes_on = models.DateField(_("last day for ideas"), null=True, blank=True)
    support_until = models.DateField(_("last day of support"), null=True, blank=True)
    is_published = models.BooleanField(_("seen by everybody"), default=False)
    is_for_services = models.BooleanField(
        _("takes ideas about services"), default=False, help_text=_("The link on the page of a service leads here.")
    )
    settlements = ParentalManyToManyField(
        "accounts.Settlement", blank=True, verbose_name=_("territory"), help_text=_("None: the whole community.")
    )
    channels = models.JSONField(_("how ideas can come"), default=every_channel)
    review = models.CharField(_("moderation"), max_length=6, choices=Review.choices, default=Review.BEFORE)
    supports_each = models.PositiveSmallIntegerField(
        _("supports of one person"), default=0, help_text=_("How many ideas of this call one person supports; 0: any number.")
    )
    support_goal = models.PositiveIntegerField(
        _("supports after which an idea is evaluated"), default=0, help_text=_("0: every idea is evaluated.")
    )
    edit_days = models.PositiveSmallIntegerField(
        _("days to edit"), default=3, help_text=_("How long the author may edit a published idea.")
    )
    unit = models.ForeignKey(
        "accounts.Unit", models.PROTECT, null=True, blank=True, verbose_name=_("unit that answers for the call")
    )

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_on", "-pk"]
        verbose_name = _("call for ideas")
        verbose_name_plural = _("calls for ideas")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__isnull=True) | Q(closes_on__gte=F("opens_on")), name="ideas_call_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(support_until__isnull=True) | Q(support_until__gte=F("opens_on")),
                name="ideas_call_support_after_start",
            ),
            models.CheckConstraint(condition=Q(review__in=Review.values), name="ideas_call_review_known"),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        """Days in their order, channels that exist."""
        super().clean()
        for name in ("closes_on", "support_until"):
            if self.opens_on and getattr(self, name) and getattr(self, name) < self.opens_on:
                raise ValidationError({name: _("This day comes before the first day.")})
        if not self.channels or set(self.channels) - set(Channel.values):
            raise ValidationError({"channels": _("Choose at least one way by which ideas come.")})

    def save(self, *args, **kwargs):
        """Save, with an address made of the title when none was given."""
        self.slug = self.slug or slugify_uk(self.title, max_length=SLUG_LENGTH)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        """The address of its page."""
        return reverse("ideas:call", args=[self.slug])

    def takes_ideas_on(self, day=None):
        """The predicate twin of `takes_ideas()`."""
        day = day or timezone.localdate()
        return self.is_published and self.opens_on <= day and (self.closes_on is None or day <= self.closes_on)

    def takes_supports_on(self, day=None):
        """Whether ideas of this call can be supported on `day` (today)."""
        day = day or timezone.localdate()
        return self.opens_on <= day and (self.support_until is None or day <= self.support_until)

    @property
    def channel_labels(self):
        """The ways by which ideas come, in words."""
        return [label for value, label in Channel.choices if value in self.channels]


class CallField(Orderable):
    """A field that this call adds to the form of an idea."""

    call = ParentalKey(IdeaCall, on_delete=models.CASCADE, related_name="fields")
    label = models.CharField(_("label"), max_length=120)
    help_text = models.CharField(_("hint"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=6, choices=FieldKind.choices, default=FieldKind.LINE)
    choices = models.TextField(_("choices"), blank=True, help_text=_("One on a line."))
    is_required = models.BooleanField(_("must be filled"), default=False)

    class Meta(Orderable.Meta):
        verbose_name = _("field of the form")
        verbose_name_plural = _("fields of the form")
        constraints = [models.CheckConstraint(condition=Q(kind__in=FieldKind.values), name="ideas_field_kind_known")]

    def __str__(self):
        return self.label

    @property
    def options(self):
        """The choices, one by one."""
        return [line.strip() for line in self.choices.splitlines() if line.strip()]

    def clean(self):
        """A choice has something to choose from."""
        super().clean()
        if self.kind == FieldKind.CHOICE and len(self.options) < 2:
            raise ValidationError({"choices": _("Write at least two choices, one on a line.")})


class CallCheck(Orderable):
    """A question that the unit answers when it evaluates an idea of this call."""

    call = ParentalKey(IdeaCall, on_delete=models.CASCADE, related_name="checks")
    question = models.CharField(_("question"), max_length=200)

    class Meta(Orderable.Meta):
        verbose_name = _("question of the checklist")
        verbose_name_plural = _("checklist of the evaluation")

    def __str__(self):
        return self.question
