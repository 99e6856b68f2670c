"""What copying costs: the state's caps and the community's tariff, as dated data (Law 2939-VI, Art. 21)."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.inquiries.enums import Page

FREE_PAGES = 10  # Law 2939-VI, Art. 21 p. 2
KOPIIKA = Decimal("0.01")


def percent(label):
    """A percentage of the subsistence minimum per page."""
    return models.DecimalField(label, max_digits=5, decimal_places=3, validators=[MinValueValidator(0)])


def price(label):
    """A price of one page in hryvnias."""
    return models.DecimalField(label, max_digits=8, decimal_places=2, default=0, validators=[MinValueValidator(0)])


class DatedQuerySet(models.QuerySet):
    """Rows that hold from a day on until the next row."""

    def on(self, day=None):
        """The row that holds on `day` (today), or None."""
        return self.filter(valid_from__lte=day or timezone.localdate()).order_by("-valid_from").first()


class CopyingCap(models.Model):
    """The most that one page may cost from a day on: per cents of the subsistence minimum (resolution 740)."""

    valid_from = models.DateField(_("valid from"), unique=True)
    act = models.CharField(_("acts"), max_length=300)
    subsistence_minimum = models.DecimalField(
        _("subsistence minimum for able-bodied persons, UAH"), max_digits=10, decimal_places=2
    )
    a4 = percent(_("A4 and smaller, %"))
    a3 = percent(_("A3 and larger, %"))
    a4_redacted = percent(_("A4 with restricted parts hidden, %"))
    a3_redacted = percent(_("A3 with restricted parts hidden, %"))
    scan = percent(_("scan, %"))

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from"]
        verbose_name = _("cap on the cost of copying")
        verbose_name_plural = _("caps on the cost of copying")

    def __str__(self):
        return f"{self.valid_from:%d.%m.%Y}"

    def most(self, kind):
        """The most that one page of `kind` may cost, in hryvnias, rounded down to a kopiika."""
        return (self.subsistence_minimum * getattr(self, kind) / 100).quantize(KOPIIKA, ROUND_DOWN)


class CopyingTariff(models.Model):
    """What the community asks for one page from a day on. Without a tariff copies are free (Art. 21 p. 3)."""

    valid_from = models.DateField(_("valid from"), unique=True)
    act = models.CharField(_("decision"), max_length=300, help_text=_("Who decided, number and date."))
    a4 = price(_("A4 and smaller, UAH"))
    a3 = price(_("A3 and larger, UAH"))
    a4_redacted = price(_("A4 with restricted parts hidden, UAH"))
    a3_redacted = price(_("A3 with restricted parts hidden, UAH"))
    scan = price(_("scan, UAH"))
    payment_details = models.TextField(_("payment details"), help_text=_("Printed on the bill."))

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from"]
        verbose_name = _("tariff for copying")
        verbose_name_plural = _("tariffs for copying")

    def __str__(self):
        return f"{self.valid_from:%d.%m.%Y}"

    def clean(self):
        """Refuse a price above the state's cap on the first day of the tariff."""
        super().clean()
        cap = CopyingCap.objects.on(self.valid_from) if self.valid_from else None
        if cap is None:
            raise ValidationError({"valid_from": _("No cap of the state is known for this day. Enter it first.")})
        over = {kind: cap.most(kind) for kind in Page.values if (getattr(self, kind) or 0) > cap.most(kind)}
        if over:
            raise ValidationError(
                {kind: _("The state allows at most %(most)s UAH.") % {"most": most} for kind, most in over.items()}
            )

    def cost(self, pages, cap=None):
        """What copies cost in hryvnias; `pages` = {kind: number}.

        The first ten pages are free, and the dearest of them are taken as the free ones (doubt is the applicant's).
        `cap`, if given, lowers prices that have come to stand above it.
        """
        free, sum_ = FREE_PAGES, Decimal(0)
        prices = {kind: min(getattr(self, kind), cap.most(kind)) if cap else getattr(self, kind) for kind in pages}
        for kind in sorted(pages, key=prices.get, reverse=True):
            given = min(free, pages[kind])
            free -= given
            sum_ += prices[kind] * (pages[kind] - given)
        return sum_.quantize(KOPIIKA, ROUND_HALF_UP)
