"""How many times a page was read. No address, cookie or account is kept: one number per page and day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DailyViews(models.Model):
    """The number of times that one page was read on one day (local time)."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="daily_views", verbose_name=_("page"))
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("times read"), default=0)

    class Meta:
        verbose_name = _("readings of a page in a day")
        verbose_name_plural = _("readings of pages by day")
        constraints = [models.UniqueConstraint(fields=["page", "day"], name="cms_views_page_day_once")]

    def __str__(self):
        return f"{self.day}: {self.count}"
