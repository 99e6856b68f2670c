"""The suggestion box (скринька пропозицій)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models import Case


class SuggestionTopic(models.Model):
    """What a suggestion is about."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_active = models.BooleanField(_("offered in the form"), default=True)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("topic of suggestions")
        verbose_name_plural = _("topics of suggestions")

    def __str__(self):
        return self.name


class Suggestion(Case):
    """One suggestion, signed or anonymous; `reply` is what we decided, in words that its author reads."""

    topic = models.ForeignKey(SuggestionTopic, models.PROTECT, null=True, blank=True, verbose_name=_("topic"))
    service = models.CharField(_("service"), max_length=200, blank=True)
    reply = models.TextField(_("reply"), blank=True)

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
