"""The request's form: nothing is demanded beyond Art. 19 p. 5 of Law 2939-VI."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from casework.enums import ApplicantKind, Delivery
from casework.intake import IntakeForm
from core.forms import EmailField, PhoneField, TextField
from core.uploads import FilesField

PREFILLED = ("name", "email", "phone", "postal_address", "settlement")


class RequestForm(IntakeForm):
    """A name, an e-mail or a postal address, and what the person wants to know. Nothing else is needed."""

    applicant_kind = forms.ChoiceField(
        label=_("Who asks"),
        choices=ApplicantKind.choices,
        initial=ApplicantKind.INDIVIDUAL,
        required=False,
        widget=forms.RadioSelect,
    )
    name = TextField(
        label=_("Your name or the name of the organisation"),
        max_length=200,
        autocomplete="name",
        error_messages={
            "required": _("Write your name or the name of the organisation (Art. 19 of the law asks for it).")
        },
    )
    representative = TextField(
        label=_("Representative of the organisation"),
        help_text=_("Name and position, if you ask for an organisation."),
        max_length=200,
        required=False,
    )
    email = EmailField(
        label=_("E-mail"), required=False, help_text=_("Or the postal address below: one of them is enough.")
    )
    postal_address = TextField(label=_("Postal address"), max_length=300, required=False, autocomplete="street-address")
    phone = PhoneField(label=_("Phone"), required=False)
    description = TextField(
        label=_("What do you want to know?"),
        help_text=_("In your own words. You need not explain why."),
        max_length=20_000,
        lines=7,
        required=False,
    )
    document_details = TextField(
        label=_("Details of the document, if you know them"),
        help_text=_("Type, title, number, date. Either this or the field above is enough."),
        max_length=2000,
        lines=2,
        required=False,
    )
    delivery = forms.ChoiceField(
        label=_("How to send you the answer"),
        choices=Delivery.choices,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("If you choose nothing: by e-mail when there is one, otherwise by post."),
    )
    urgent_reason = TextField(
        label=_("Why it is urgent"),
        help_text=_(
            "Only if the information is needed to protect life or liberty, or concerns the environment, food, accidents or "
            "disasters: then the term is 48 hours. The head decides at once."
        ),
        max_length=4000,
        lines=2,
        required=False,
    )
    attachments = FilesField(label=_("Files"), required=False)
    settlement = forms.ModelChoiceField(
        Settlement.objects.all(),
        label=_("Settlement"),
        required=False,
        empty_label=_("Not chosen"),
        help_text=_("For statistics only."),
    )
    publish_name = forms.BooleanField(
        label=_("Show my name beside the answer in the public register"),
        required=False,
        help_text=_("Without this tick nobody but the officials sees who asked."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("applicant_kind", "email", "postal_address", "description", "delivery", "publish_name"):
            self.fields[name].hide_optional = True
        for name in PREFILLED if self.user else ():
            self.initial.setdefault(name, getattr(self.user, name))

    def clean_applicant_kind(self):
        """An individual, unless told otherwise."""
        return self.cleaned_data["applicant_kind"] or ApplicantKind.INDIVIDUAL

    def clean(self):
        """One way to answer and a few words are enough; without them the request cannot be considered (Art. 19 p. 5)."""
        cleaned = super().clean()
        if not self._given("description", "document_details"):
            self.add_error("description", _("Describe what information you need: a few words are enough."))
        if not self._given("email", "postal_address") and not self.contact_is_optional:
            self.add_error("email", _("Write an e-mail or a postal address, so that we can answer: one is enough."))
        self._check_delivery(cleaned)
        return cleaned

    def _given(self, *names):
        """Whether one of the fields holds something, or has its own error already."""
        return any(self.cleaned_data.get(name) or name in self.errors for name in names)

    def _check_delivery(self, cleaned):
        """The chosen way must have its address; no choice is made by what was given."""
        needs = {
            Delivery.EMAIL: ("email", _("To get the answer by e-mail, write your e-mail or choose another way.")),
            Delivery.POST: (
                "postal_address",
                _("To get the answer by post, write your postal address or choose another way."),
            ),
            Delivery.PHONE: ("phone", _("To be told by phone, write your phone number or choose another way.")),
        }
        chosen = cleaned.get("delivery")
        field, message = needs.get(chosen, ("", ""))
        if field and not self._given(field) and "email" not in self.errors:
            self.add_error("delivery", message)
        if not chosen and "delivery" not in self.errors:
            cleaned["delivery"] = self._usual_delivery(cleaned)

    def _usual_delivery(self, cleaned):
        """By e-mail when there is one, then by post, else at the centre."""
        if cleaned.get("email"):
            return Delivery.EMAIL
        return Delivery.POST if cleaned.get("postal_address") else Delivery.PICKUP

    def applicant_data(self):
        """Who asks and how to answer."""
        names = ("name", "representative", "email", "postal_address", "phone", "delivery", "publish_name")
        return {"kind": self.cleaned_data["applicant_kind"], **{name: self.cleaned_data[name] for name in names}}

    def case_data(self):
        """What is asked; the details stand for the description when only they are known."""
        asked = self.cleaned_data
        return {
            "text": asked["description"] or asked["document_details"],
            "document_details": asked["document_details"],
            "urgent_reason": asked["urgent_reason"],
            "settlement": asked["settlement"],
        }
