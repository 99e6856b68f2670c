"""The territory of the community as data."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StarostaDistrict(models.Model):
    """A district served by a starosta (старостинський округ)."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    starosta = models.ForeignKey(
        "accounts.User", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("starosta")
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("starosta district")
        verbose_name_plural = _("starosta districts")

    def __str__(self):
        return self.name


class SettlementKind(models.TextChoices):
    """Kinds of settlement (Law 3285-IX)."""

    CITY = "city", _("city")
    TOWNSHIP = "township", _("township")
    VILLAGE = "village", _("village")


class Settlement(models.Model):
    """A city, township or village of the community (населений пункт)."""

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=10, choices=SettlementKind.choices, default=SettlementKind.VILLAGE)
    district = models.ForeignKey(
        StarostaDistrict,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="settlements",
        verbose_name=_("starosta district"),
    )
    katottg = models.CharField(_("KATOTTG code"), max_length=19, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("settlement")
        verbose_name_plural = _("settlements")
        constraints = [models.UniqueConstraint(fields=["name", "kind"], name="accounts_settlement_once")]

    def __str__(self):
        return self.name
