"""A number from the community's statute, from the day on which it holds."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.statute.enums import Measure


class StatuteParameter(models.Model):
    """One number that the statute of the community (статут громади) or a decision of the council sets.

    The order of hearings, bodies and initiatives is the community's own (Law 280/97-ВР, Art. 13), so notice days, quorum
    and numbers of initiators are data with dates. `key` is declared by a room; `profile` narrows it (for example the kind
    of hearing). A row that holds already never changes: a new decision is a new row.
    """

    key = models.CharField(_("what it sets"), max_length=60)
    profile = models.CharField(_("only for"), max_length=30, blank=True)
    value = models.PositiveIntegerField(_("number"))
    unit = models.CharField(_("measured in"), max_length=12, choices=Measure.choices)
    act = models.CharField(_("act"), max_length=300, help_text=_("Decision of the council: date, number, clause."))
    valid_from = models.DateField(_("holds from"), default=timezone.localdate)

    class Meta:
        ordering = ["key", "profile", "-valid_from", "-pk"]
        verbose_name = _("statute parameter")
        verbose_name_plural = _("statute parameters")
        constraints = [
            models.UniqueConstraint(fields=["key", "profile", "valid_from"], name="statute_parameter_once_a_day"),
            models.CheckConstraint(condition=Q(unit__in=Measure.values), name="statute_parameter_unit_known"),
        ]

    def __str__(self):
        return f"{self.key} {self.value} ({self.valid_from:%Y-%m-%d})"

    def has_begun(self, today=None):
        """Whether its day has come: from then on the row never changes."""
        return self.valid_from <= (today or timezone.localdate())
