"""Grounds of refusal as dated data, and what a refusal holds beyond an answer."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class GroundQuerySet(models.QuerySet):
    """The sentences one says about grounds."""

    def in_force(self, day=None):
        """Grounds that the law gives on `day` (today), in its order."""
        day = day or timezone.localdate()
        return self.filter(valid_from__lte=day).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))


class RefusalGround(models.Model):
    """One ground of Art. 22 p. 1 of Law 2939-VI as worded in a period; a change of the law is a new row."""

    code = models.SlugField(_("code"), max_length=40)
    article = models.CharField(_("article"), max_length=60)
    text = models.TextField(_("text of the law"))
    needs_test = models.BooleanField(_("needs the three-part test (Art. 6 p. 2)"), default=False)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    objects = GroundQuerySet.as_manager()

    class Meta:
        ordering = ["order", "valid_from"]
        verbose_name = _("ground of refusal")
        verbose_name_plural = _("grounds of refusal")
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="inquiries_ground_version_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="inquiries_ground_days_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.article}: {self.text}"


class Refusal(models.Model):
    """What a full or partial refusal states beyond its `Answer`: ground, reasons, three-part test, signature.

    `interest`, `harm` and `balance` are the three parts of the test of Art. 6 p. 2; all of them or none.
    """

    answer = models.OneToOneField("casework.Answer", models.PROTECT, related_name="refusal")
    ground = models.ForeignKey(RefusalGround, models.PROTECT, related_name="+", verbose_name=_("ground"))
    reasons = models.TextField(_("reasons"))
    interest = models.TextField(_("protected interest"), blank=True)
    harm = models.TextField(_("substantial harm"), blank=True)
    balance = models.TextField(_("why the harm outweighs the public interest"), blank=True)
    signature = models.CharField(_("signature"), max_length=300)

    class Meta:
        verbose_name = _("refusal")
        verbose_name_plural = _("refusals")
        constraints = [
            models.CheckConstraint(condition=~Q(reasons="") & ~Q(signature=""), name="inquiries_refusal_signed"),
            models.CheckConstraint(
                condition=Q(interest="", harm="", balance="") | (~Q(interest="") & ~Q(harm="") & ~Q(balance="")),
                name="inquiries_refusal_whole_test",
            ),
        ]

    def __str__(self):
        return f"#{self.answer_id}"

    @property
    def lacks_test(self):
        """Whether its ground needs the three-part test and it is not there."""
        return self.ground.needs_test and not self.interest
