"""Rows of the information card (інформаційна картка, Law 5203-VI, Art. 8)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable


class DocumentKind(models.TextChoices):
    """In which form a document is brought, or that it is not (Law 5203-VI, Art. 9: what a register holds is not asked for)."""

    ORIGINAL = "original", _("original")
    COPY = "copy", _("copy")
    SHOWN = "shown", _("shown, not handed over")
    REGISTER = "register", _("taken from a register, do not bring")


class TermUnit(models.TextChoices):
    """Units of a term (Law 2073-IX, Art. 42)."""

    WORKING_DAYS = "working", _("working days")
    CALENDAR_DAYS = "calendar", _("calendar days")
    HOURS = "hours", _("hours")
    AT_ONCE = "at_once", _("at the visit")


class FeeRow(Orderable):
    """What one kind of applicant pays."""

    service = ParentalKey("cms.ServicePage", on_delete=models.CASCADE, related_name="fees")
    for_whom = models.CharField(
        _("for whom or for what"), max_length=250, help_text=_("For example: adults, within 7 working days.")
    )
    is_free = models.BooleanField(_("free"), default=False)
    amount = models.DecimalField(_("amount, UAH"), max_digits=10, decimal_places=2, null=True, blank=True)
    amount_note = models.CharField(
        _("amount in words"),
        max_length=200,
        blank=True,
        help_text=_("When the sum is a share: 0.05 of the subsistence minimum."),
    )
    ground = models.CharField(_("legal ground"), max_length=250, blank=True)
    how_to_pay = models.CharField(_("how to pay"), max_length=250, blank=True)
    payment_details = models.TextField(_("payment details"), max_length=600, blank=True)

    panels = [
        FieldPanel("for_whom"),
        FieldRowPanel([FieldPanel("is_free"), FieldPanel("amount")]),
        FieldPanel("amount_note"),
        FieldPanel("ground"),
        FieldPanel("how_to_pay"),
        FieldPanel("payment_details"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("fee")
        verbose_name_plural = _("fees")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_free=False) | models.Q(amount__isnull=True),
                name="cms_fee_free_has_no_amount",
                violation_error_message=_("What is free has no amount."),
            ),
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True) | models.Q(amount__gt=0),
                name="cms_fee_amount_positive",
                violation_error_message=_("The amount must be above zero; tick “free” instead of writing 0."),
            ),
        ]

    def __str__(self):
        return self.for_whom

    def clean(self):
        """Say what is paid."""
        super().clean()
        if not self.is_free and self.amount is None and not self.amount_note:
            raise ValidationError({"amount": _("Give the amount, describe it in words or tick “free”.")})


class TermRow(Orderable):
    """How long one variant of the service takes."""

    service = ParentalKey("cms.ServicePage", on_delete=models.CASCADE, related_name="terms")
    variant = models.CharField(_("variant"), max_length=120, blank=True, help_text=_("For example: ordinary, urgent."))
    length = models.PositiveSmallIntegerField(_("how many"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=10, choices=TermUnit, default=TermUnit.CALENDAR_DAYS)
    counted_from = models.CharField(_("counted from"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)

    panels = [
        FieldPanel("variant"),
        FieldRowPanel([FieldPanel("length"), FieldPanel("unit")]),
        FieldPanel("counted_from"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(unit="at_once", length__isnull=True)
                | (~models.Q(unit="at_once") & models.Q(length__isnull=False, length__gt=0)),
                name="cms_term_has_length",
                violation_error_message=_("Give a number above zero, or choose “at the visit” without one."),
            )
        ]

    def __str__(self):
        return f"{self.variant} {self.length or ''} {self.get_unit_display()}".strip()


class RequiredDocument(Orderable):
    """One document of the list."""

    service = ParentalKey("cms.ServicePage", on_delete=models.CASCADE, related_name="documents")
    name = models.CharField(_("document"), max_length=300)
    kind = models.CharField(_("form"), max_length=10, choices=DocumentKind, default=DocumentKind.ORIGINAL)
    condition = models.CharField(
        _("only if"), max_length=250, blank=True, help_text=_("Leave empty when everybody needs it.")
    )
    note = models.CharField(_("note"), max_length=250, blank=True)
    sample = models.ForeignKey(
        "cms.SamplePage", models.SET_NULL, null=True, blank=True, related_name="required_by", verbose_name=_("sample")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("condition"),
        FieldPanel("note"),
        PageChooserPanel("sample"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("document of the list")
        verbose_name_plural = _("documents of the list")

    def __str__(self):
        return self.name


class RefusalGround(Orderable):
    """A ground to refuse the service."""

    service = ParentalKey("cms.ServicePage", on_delete=models.CASCADE, related_name="refusal_grounds")
    text = models.CharField(_("ground to refuse"), max_length=400)
    law = models.CharField(_("article of law"), max_length=250, blank=True)

    panels = [FieldPanel("text"), FieldPanel("law")]

    class Meta(Orderable.Meta):
        verbose_name = _("ground to refuse")
        verbose_name_plural = _("grounds to refuse")

    def __str__(self):
        return self.text


class LegalActRow(Orderable):
    """An act of law that governs the service."""

    service = ParentalKey("cms.ServicePage", on_delete=models.CASCADE, related_name="legal_acts")
    title = models.CharField(_("title of the act"), max_length=400)
    number = models.CharField(_("number"), max_length=60, blank=True)
    adopted_on = models.DateField(_("date"), null=True, blank=True)
    url = models.URLField(_("address"), blank=True)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("adopted_on")]),
        FieldPanel("url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("act of law")
        verbose_name_plural = _("acts of law")

    def __str__(self):
        return self.title
