"""Personal data, apart from the case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.enums import ApplicantKind, Delivery


class Applicant(models.Model):
    """Who asks and how to answer them; emptied when its purpose has ended (Law 2297-VI, Art. 6, 15)."""

    case = models.OneToOneField("casework.Case", models.CASCADE, related_name="applicant")
    kind = models.CharField(
        _("applicant"), max_length=14, choices=ApplicantKind.choices, default=ApplicantKind.INDIVIDUAL
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    representative = models.CharField(_("representative"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    postal_address = models.CharField(_("postal address"), max_length=300, blank=True)
    no_contact = models.BooleanField(_("left no contact"), default=False)
    delivery = models.CharField(_("answer by"), max_length=8, choices=Delivery.choices, default=Delivery.EMAIL)
    language = models.CharField(_("language"), max_length=8, default="uk")
    publish_name = models.BooleanField(_("agreed to show the name"), default=False)
    consent_at = models.DateTimeField(_("agreed to the processing"), null=True, blank=True)
    purpose = models.CharField(_("purpose"), max_length=200, blank=True)
    keep_until = models.DateField(_("keep until"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)
    name_folded = models.CharField(max_length=200, blank=True, editable=False, db_index=True)

    class Meta:
        verbose_name = _("applicant")
        verbose_name_plural = _("applicants")

    def __str__(self):
        return f"#{self.pk}"

    @property
    def is_anonymous(self):
        """Whether nobody signed."""
        return not self.name

    @property
    def public_name(self):
        """The name, if its owner agreed to show it; otherwise nothing."""
        return self.name if self.publish_name and not self.erased_at else ""
