"""Reception of citizens (особистий прийом) by those who hold a post: rules by the day of the week, and single dates."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from .office import Post
from .settings import Weekday


class WhichWeek(models.IntegerChoices):
    """Which of these days in a month."""

    EVERY = 0, _("every")
    FIRST = 1, _("the first in the month")
    SECOND = 2, _("the second in the month")
    THIRD = 3, _("the third in the month")
    FOURTH = 4, _("the fourth in the month")
    LAST = 5, _("the last in the month")


class OnDayOff(models.TextChoices):
    """What happens when the day is a day off."""

    SKIP = "skip", _("no reception that time")
    MOVE = "move", _("moves to the next working day")


def signing_up():
    """Panels about signing up, the same for a rule."""
    return FieldRowPanel([FieldPanel("sign_up_phone"), FieldPanel("sign_up_url")])


class Reception(Orderable):
    """One rule: “the first Tuesday of the month, 9:00–12:00”."""

    post = ParentalKey(Post, on_delete=models.CASCADE, related_name="receptions")
    which = models.PositiveSmallIntegerField(_("which"), choices=WhichWeek, default=WhichWeek.EVERY)
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday)
    starts = models.TimeField(pgettext_lazy("of a period", "from"))
    ends = models.TimeField(_("until"))
    on_day_off = models.CharField(_("when it is a day off"), max_length=4, choices=OnDayOff, default=OnDayOff.SKIP)
    place = models.CharField(_("place"), max_length=200, blank=True)
    sign_up_phone = models.CharField(_("phone to sign up"), max_length=40, blank=True)
    sign_up_url = models.URLField(_("address to sign up"), blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("which"), FieldPanel("weekday")]),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldPanel("on_day_off"),
        FieldPanel("place"),
        signing_up(),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("reception of citizens")
        verbose_name_plural = _("receptions of citizens")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")),
                name="cms_reception_ends_after_start",
                violation_error_message=_("The end must be later than the beginning."),
            )
        ]

    def __str__(self):
        return f"{self.get_which_display()} {self.get_weekday_display()}"


class ReceptionDate(Orderable):
    """One date that differs from the rules: an extra reception, or a cancelled one."""

    post = ParentalKey(Post, on_delete=models.CASCADE, related_name="reception_dates")
    date = models.DateField(_("date"))
    is_cancelled = models.BooleanField(_("no reception on this day"), default=False)
    starts = models.TimeField(pgettext_lazy("of a period", "from"), null=True, blank=True)
    ends = models.TimeField(_("until"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True, help_text=_("For example, why it is cancelled."))

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("is_cancelled")]),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldPanel("place"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("date of reception")
        verbose_name_plural = _("dates of reception")
        constraints = [
            models.CheckConstraint(
                condition=Q(is_cancelled=True) | Q(ends__gt=F("starts")),
                name="cms_reception_date_has_hours",
                violation_error_message=_("Give the beginning and a later end, or mark the day as cancelled."),
            )
        ]

    def __str__(self):
        return f"{self.date:%d.%m.%Y}"

    def clean(self):
        """A reception has hours (a database lets an unknown comparison through)."""
        super().clean()
        if not self.is_cancelled and (self.starts is None or self.ends is None):
            raise ValidationError(_("Give the beginning and a later end, or mark the day as cancelled."))
