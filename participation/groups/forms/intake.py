"""What residents send, and what the desk keys in from paper: a proposal of a body, an application for a seat."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from casework.enums import Delivery
from casework.intake import IntakeForm
from core.forms import EmailField, PhoneField, TextField
from core.uploads import FilesField
from participation.groups.enums import BodyKind, CallState
from participation.groups.models import Call, MembershipApplication


class PersonForm(IntakeForm):
    """Who writes: a name and one way to answer them."""

    person = TextField(label=_("Your name"), max_length=200, autocomplete="name")
    email = EmailField(label=_("E-mail"), required=False)
    phone = PhoneField(label=_("Phone"), required=False)
    postal_address = TextField(label=_("Postal address"), max_length=300, required=False, autocomplete="street-address")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.user and not self.is_desk:
            self.initial.setdefault("person", self.user.name)
            self.initial.setdefault("email", self.user.email)

    @property
    def is_desk(self):
        """Whether staff fill it for somebody."""
        return "no_contact" in self.fields

    def clean(self):
        """A decision must reach the person."""
        cleaned = super().clean()
        has_contact = any(cleaned.get(name) for name in ("email", "phone", "postal_address"))
        if not has_contact and not self.contact_is_optional and "email" not in self.errors:
            self.add_error("email", _("Leave an e-mail, a telephone or a postal address for the answer."))
        return cleaned

    def applicant_data(self):
        """Name and contacts."""
        data = {name: self.cleaned_data[name] for name in ("email", "phone", "postal_address")}
        by = Delivery.EMAIL if data["email"] else Delivery.POST if data["postal_address"] else Delivery.PHONE
        return {**data, "name": self.cleaned_data["person"], "delivery": by}


class ProposalForm(PersonForm):
    """Propose that the authority found an advisory body."""

    name = TextField(label=_("Name of the body"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=BodyKind.choices)
    purpose = TextField(
        label=_("Purpose"), lines=6, max_length=5000, help_text=_("What it would advise on and why it is needed.")
    )

    field_order = ("name", "kind", "purpose")

    def case_data(self):
        """The body as it was proposed."""
        data = {name: self.cleaned_data[name] for name in ("name", "kind", "purpose")}
        return {**data, "text": data["purpose"]}


class SeatForm(PersonForm):
    """Apply for a seat in a body."""

    call = forms.ModelChoiceField(Call.objects.none(), label=_("Body and call"), empty_label=None)
    occupation = TextField(label=_("Occupation or post"), max_length=200, required=False)
    organisation = TextField(
        label=_("Organisation"),
        max_length=200,
        required=False,
        help_text=_("If you speak for one; shown if you become a member."),
    )
    text = TextField(
        label=_("Why do you want a seat?"),
        lines=6,
        max_length=10_000,
        help_text=_("How you meet the criteria of the call and what you want to do."),
    )
    experience = TextField(label=_("Experience"), lines=4, max_length=10_000, required=False)
    has_conflict = forms.TypedChoiceField(
        label=_("Is there a conflict of interest?"),
        choices=[("no", _("No")), ("yes", _("Yes, or there may be"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        help_text=_("For example, you, your family or your firm gain from decisions on which the body advises."),
    )
    conflict_statement = TextField(label=_("What it is"), lines=3, max_length=5000, required=False)
    attachments = FilesField(label=_("Documents of the call"), required=False)

    field_order = (
        "call",
        "person",
        "occupation",
        "organisation",
        "text",
        "experience",
        "has_conflict",
        "conflict_statement",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        states = (CallState.OPEN, CallState.CLOSED) if self.is_desk else (CallState.OPEN,)
        field = self.fields["call"]
        field.queryset = Call.objects.filter(state__in=states).select_related("body").order_by("closes_on", "pk")
        field.label_from_instance = lambda call: f"{call.body.name} ({date_format(call.closes_on, 'j E Y')})"

    def clean_call(self):
        """In time: now, or on the day on which the paper came."""
        call = self.cleaned_data["call"]
        if not self.is_desk and not call.accepts():
            raise forms.ValidationError(_("The call is closed."))
        if self.user and not self.is_desk and self._applied_already(call):
            raise forms.ValidationError(_("You have applied already. Follow the application in your cabinet."))
        return call

    def _applied_already(self, call):
        """Whether this account has an application that was not taken back, sent by another form than this very one."""
        mine = MembershipApplication.objects.filter(call=call, submitter=self.user).exclude(state="withdrawn")
        return mine.exclude(idempotency_key=str(self.data.get(self.add_prefix("idempotency_key")))).exists()

    def clean(self):
        """A conflict is told in words; paper that came too late is not taken for one that came in time."""
        cleaned = super().clean()
        if cleaned.get("has_conflict") and not cleaned.get("conflict_statement"):
            self.add_error("conflict_statement", _("Say in a few words what the conflict of interest is."))
        call, day = cleaned.get("call"), cleaned.get("received_on") or timezone.localdate()
        if self.is_desk and call and day > call.closes_on:
            self.add_error(
                "call",
                _("The call ended on %(date)s. Enter the day on which the paper came.")
                % {"date": date_format(call.closes_on, "j E Y")},
            )
        return cleaned

    def case_data(self):
        """The application; the unit and the official of the body consider it."""
        names = ("call", "occupation", "organisation", "text", "experience", "has_conflict", "conflict_statement")
        body = self.cleaned_data["call"].body
        return {**{name: self.cleaned_data[name] for name in names}, "unit": body.unit, "assignee": body.assignee}
