"""The public-information request (запит на публічну інформацію, Law 2939-VI)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.enums import AnswerState, Visibility
from casework.models import Case
from casework.models.case import CaseQuerySet
from core.text import fold
from participation.inquiries.enums import AppealOutcome, ExtensionReason, Helped

FOLDED_LENGTH = 260
LISTED = ("listed_at", "listed_state", "public_folded")


class RequestQuerySet(CaseQuerySet):
    """The sentences one says about requests."""

    def listed(self):
        """Requests of the public register, newest first, asked from its own narrow columns.

        Give it to count and to take keys; what is printed is read through `in_public_register()` again.
        """
        return self.filter(listed_at__isnull=False).order_by("-listed_at", "-case_ptr_id")

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
    `listed_at`, `listed_state` and `public_folded` are the index of the public register: the receipt, the state and the
    folded public title of a request that stands there, written by `save`. Fifty thousand of them are searched in
    milliseconds, because the long originals are not touched.
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
    listed_at = models.DateTimeField(null=True, editable=False)
    listed_state = models.CharField(max_length=40, blank=True, editable=False)
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
        indexes = [models.Index(fields=["-listed_at", "-case_ptr"], name="inquiries_listed")]

    def save(self, *args, **kwargs):
        """Save, with the index of the public register, which holds nothing but the public edition."""
        is_listed = self.is_in_public_register
        self.listed_at, self.listed_state = (self.received_at, self.state) if is_listed else (None, "")
        self.public_folded = fold(f"{self.number} {self.public_title}")[:FOLDED_LENGTH] if is_listed else ""
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, *LISTED}
        super().save(*args, **kwargs)

    @property
    def is_in_public_register(self):
        """The predicate twin of `in_public_register()`."""
        return bool(self.public_title) and self.visibility == Visibility.REGISTER and not self.is_quarantined

    @property
    def given_answer(self):
        """The version of the answer that stands now, or None."""
        return self.answers.filter(state=AnswerState.PUBLISHED).order_by("-version").first()

    @property
    def has_answer_files(self):
        """Whether the answer that stands came with files."""
        return self.attachments.filter(answer__state=AnswerState.PUBLISHED).exists()

    def erase_originals(self):
        """Empty the details and the claim of urgency."""
        type(self).objects.filter(pk=self.pk).update(document_details="", urgent_reason="")

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
