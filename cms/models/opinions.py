"""Was this page useful? A number and, perhaps, one line; nobody is asked who they are."""

from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

LINE_LENGTH = 300


class PageOpinion(models.Model):
    """One answer of one reader about one page. The day is kept, not the hour: an answer must not lead to a person."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="opinions", verbose_name=_("page"))
    day = models.DateField(_("day"), db_index=True)
    useful = models.BooleanField(_("useful"))
    text = models.CharField(
        _("what to make better"), max_length=LINE_LENGTH, blank=True, validators=[MaxLengthValidator(LINE_LENGTH)]
    )

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = _("opinion on a page")
        verbose_name_plural = _("opinions on pages")
        indexes = [models.Index(fields=["page", "day"], name="cms_opinion_page_day")]

    def __str__(self):
        return f"{self.day}: {self.useful}"
