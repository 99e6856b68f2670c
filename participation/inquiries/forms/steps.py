"""Forms of a request's steps; the rule behind each field is checked here, whoever fires the step."""

from datetime import timedelta

from django import forms
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.forms import TransitionForm
from core.forms import EmailField, TextField
from participation.inquiries.enums import ExtensionReason, Helped, Page
from participation.inquiries.models import CopyingCap, CopyingTariff
from participation.inquiries.models.copying import FREE_PAGES

LONGEST_POSTPONEMENT = timedelta(days=366)
REASON = {"max_length": 10_000, "lines": 5}


class ReasonForm(TransitionForm):
    """A reason in words, kept in the correspondence."""

    reason = TextField(label=_("Reason"), help_text=_("The applicant reads it."), **REASON)


class ReturnForm(TransitionForm):
    """What to change in a draft."""

    reason = TextField(label=_("What to change"), help_text=_("Applicants do not see this."), **REASON)


class ForwardForm(TransitionForm):
    """To whom the request goes (Art. 22 p. 3)."""

    holder = TextField(label=_("Holder of the information"), max_length=300, help_text=_("The full name of the body."))
    holder_email = EmailField(
        label=_("The holder’s e-mail"),
        required=False,
        help_text=_("If given, the request is sent there by the portal."),
    )


class ForwardPartForm(ForwardForm):
    """Which part of the request goes to another holder; the rest stays with us."""

    part = TextField(label=_("Which part is forwarded"), **REASON)


class ExtendForm(TransitionForm):
    """The reason by the law and its explanation (Art. 20 p. 4)."""

    reason_code = forms.ChoiceField(
        label=_("Reason by the law"), choices=ExtensionReason.choices, widget=forms.RadioSelect
    )
    reason = TextField(label=_("Explain it to the applicant"), **REASON)


class BillForm(TransitionForm):
    """Pages to copy; the sum is computed by the tariff and never typed."""

    pages_a4 = forms.IntegerField(label=_("A4 pages"), min_value=0, max_value=100_000, initial=0, required=False)
    pages_a3 = forms.IntegerField(label=_("A3 pages"), min_value=0, max_value=100_000, initial=0, required=False)
    pages_a4_redacted = forms.IntegerField(
        label=_("A4 pages with restricted parts hidden"), min_value=0, max_value=100_000, initial=0, required=False
    )
    pages_a3_redacted = forms.IntegerField(
        label=_("A3 pages with restricted parts hidden"), min_value=0, max_value=100_000, initial=0, required=False
    )
    pages_scan = forms.IntegerField(label=_("Scanned pages"), min_value=0, max_value=100_000, initial=0, required=False)
    own_data = forms.BooleanField(label=_("The person asks for data about themselves"), required=False)
    public_interest = forms.BooleanField(label=_("The information is of public interest"), required=False)

    def clean(self):
        """Refuse what the law makes free; compute the sum and the notice."""
        cleaned = super().clean()
        for name in ("own_data", "public_interest"):
            if cleaned.get(name):
                self.add_error(name, _("Such information is given free of charge (Art. 21)."))
        pages = {kind: cleaned.get(f"pages_{kind}") or 0 for kind in Page.values}
        if self.errors:
            return cleaned
        cleaned["pages"] = sum(pages.values())
        if cleaned["pages"] <= FREE_PAGES:
            raise forms.ValidationError(_("Up to ten pages are free. A bill is made for more than ten."))
        self._add_amount(cleaned, pages)
        return cleaned

    def _add_amount(self, cleaned, pages):
        """Compute the sum by the tariff and the caps of the day."""
        today = timezone.localdate(self.now)
        tariff = CopyingTariff.objects.on(today)
        cleaned["amount"] = tariff.cost(pages, CopyingCap.objects.on(today)) if tariff else 0
        if not cleaned["amount"]:
            raise forms.ValidationError(_("By the tariff these copies cost nothing. Give them free of charge."))
        with translation.override("uk"):
            words = gettext(
                "Copying of %(pages)s pages costs %(amount)s UAH (tariff: %(act)s). Payment details:\n%(details)s"
            )
        cleaned["notice"] = words % {
            "pages": cleaned["pages"],
            "amount": cleaned["amount"],
            "act": tariff.act,
            "details": tariff.payment_details,
        }


class PostponeForm(TransitionForm):
    """Everything that Art. 22 p. 6 asks of a postponement."""

    reason = TextField(
        label=_("What force majeure prevents the answer"),
        help_text=_("Shown in the public register: no personal data here."),
        **REASON,
    )
    until = forms.DateField(label=_("Until when"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    officer_name = TextField(label=_("Responsible officer"), max_length=200)
    officer_position = TextField(label=_("Officer’s position"), max_length=200)
    signature = TextField(label=_("Signature"), max_length=300)

    def prepare(self):
        """Begin with the person who fills it."""
        for name, value in officer(self.actor).items():
            self.initial.setdefault(name, value)

    def clean_until(self):
        """The day must lie ahead, within a year."""
        day, today = self.cleaned_data["until"], timezone.localdate(self.now)
        if day <= today:
            raise forms.ValidationError(_("Choose a day in the future."))
        if day - today > LONGEST_POSTPONEMENT:
            raise forms.ValidationError(_("A postponement is not longer than a year. Check the year."))
        return day

    def clean(self):
        """Compose the notice from the fields."""
        cleaned = super().clean()
        if not self.errors:
            with translation.override("uk"):
                words = gettext(
                    "%(reason)s\n\nThe answer is postponed until %(until)s.\n%(position)s %(name)s, %(day)s. %(signature)s"
                )
                cleaned["notice"] = words % {
                    "reason": cleaned["reason"],
                    "until": date_format(cleaned["until"], "j E Y"),
                    "position": cleaned["officer_position"],
                    "name": cleaned["officer_name"],
                    "day": date_format(timezone.localdate(self.now), "j E Y"),
                    "signature": cleaned["signature"],
                }
        return cleaned


class WithdrawForm(TransitionForm):
    """No reason is owed."""

    reason = TextField(label=_("Anything to add"), required=False, **REASON)


class AppealForm(TransitionForm):
    """What is wrong with the answer."""

    text = TextField(
        label=_("What do you disagree with?"),
        help_text=_(
            "The head of the authority decides. You may also complain to the Ombudsman or to court at any time."
        ),
        max_length=20_000,
        lines=8,
    )


class RateForm(TransitionForm):
    """One question after the answer."""

    helped = forms.ChoiceField(label=_("Did the answer help?"), choices=Helped.choices, widget=forms.RadioSelect)


def officer(actor):
    """The responsible officer's fields as the acting person would fill them."""
    user = actor.user
    if user is None:
        return {}
    return {"officer_name": user.name, "officer_position": user.position, "signature": user.name}
