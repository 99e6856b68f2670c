"""The public-information request (запит на публічну інформацію, Law 2939-VI)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.enums import AnswerState
from casework.models import Case
from casework.models.case import CaseQuerySet
from core.text import fold
from participation.inquiries.enums import AppealOutcome, ExtensionReason, Helped

FOLDED_LENGTH = 260


class RequestQuerySet(CaseQuerySet):
    """The sentences one says about requests."""

    def in_public_register(self):
        """Requests that staff prepared for the public register."""
        return super().in_public_register().exclude(public_folded="")

    def found_by(self, words):
        """Requests whose number and *public* title hold every word; the original is never looked into."""
        found = self
        for word in fold(words).split():
            found = found.filter(public_folded__contains=word)
        return found

    def answered(self):
        """Requests that got their answer."""
        return self.filter(decided_at__isnull=False)


class InformationRequest(Case):
    """One request. `text` (of `Case`) is its description in the requester's words; the public title is written by staff.

    `days_used` counts working days from receipt to the answer and is frozen with it, like `answered_late`.
    """

    document_details = models.TextField(_("details of the document"), blank=True)
    urgent_reason = models.TextField(_("why it is urgent"), blank=True)
    is_urgent = models.BooleanField(_("urgent"), default=False)
    is_clarification_asked = models.BooleanField(_("a clarification was asked"), default=False)
    extension_reason = models.CharField(_("why extended"), max_length=10, choices=ExtensionReason.choices, blank=True)
    postponed_until = models.DateField(_("postponed until"), null=True, blank=True)
    postponement_reason = models.TextField(_("why postponed"), blank=True)
    bill_pages = models.PositiveIntegerField(_("pages to copy"), null=True, blank=True)
    bill_amount = models.DecimalField(_("cost of copying, UAH"), max_digits=10, decimal_places=2, null=True, blank=True)
    days_used = models.PositiveSmallIntegerField(_("working days used"), null=True, blank=True)
    appeal_outcome = models.CharField(
        _("outcome of the complaint"), max_length=10, choices=AppealOutcome.choices, blank=True
    )
    helped = models.CharField(_("the answer helped"), max_length=10, choices=Helped.choices, blank=True)
    public_folded = models.CharField(max_length=FOLDED_LENGTH, blank=True, editable=False)

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("public-information request")
        verbose_name_plural = _("public-information requests")
        permissions = [("approve_answer", _("Can approve answers that another person drafted"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(postponed_until__isnull=True) | ~Q(postponement_reason=""),
                name="inquiries_postponed_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(bill_amount__isnull=True) | Q(bill_amount__gt=0, bill_pages__gt=10),
                name="inquiries_bill_over_ten_pages",
            ),
        ]

    def save(self, *args, **kwargs):
        """Save, with the column that the public register looks into: it holds nothing but the public edition."""
        words = f"{self.number} {self.public_title}" if self.public_title else ""
        self.public_folded = fold(words)[:FOLDED_LENGTH]
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, "public_folded"}
        super().save(*args, **kwargs)

    @property
    def given_answer(self):
        """The version of the answer that stands now, or None."""
        return self.answers.filter(state=AnswerState.PUBLISHED).order_by("-version").first()

    @property
    def has_answer_files(self):
        """Whether the answer that stands came with files."""
        return self.attachments.filter(answer__state=AnswerState.PUBLISHED).exists()

    @property
    def was_extended(self):
        """Whether its term was extended to 20 working days."""
        return bool(self.extension_reason)


class Forwarding(models.Model):
    """The whole request, or a part of it, sent to the body that holds the information (Art. 22 p. 3)."""

    request = models.ForeignKey(InformationRequest, models.CASCADE, related_name="forwardings")
    holder = models.CharField(_("holder of the information"), max_length=300)
    holder_email = models.EmailField(_("the holder’s e-mail"), blank=True)
    part = models.TextField(_("which part"), blank=True, help_text=_("Empty when the whole request is forwarded."))
    at = models.DateTimeField(_("when"))

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("forwarding")
        verbose_name_plural = _("forwardings")

    def __str__(self):
        return f"#{self.pk}"
