"""How an initiative and a proposal come to us: from the site, from the desk, at the sitting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from casework.enums import Delivery
from casework.intake import DeskFields, IntakeForm
from core.forms import EmailField, PhoneField, TextField
from participation.hearings.enums import Initiator, Profile, Stage
from participation.hearings.models import Hearing
from participation.hearings.models.hearing import AT_SITTING


class PersonForm(IntakeForm):
    """Who writes: a name and a way to answer."""

    name = TextField(label=_("Your name"), max_length=200, autocomplete="name")
    email = EmailField(label=_("E-mail"), required=False)
    phone = PhoneField(label=_("Phone"), required=False)
    settlement = forms.ModelChoiceField(
        Settlement.objects.all(), label=_("Settlement"), required=False, empty_label=_("Not chosen")
    )

    def applicant_data(self):
        """Name and contacts."""
        names = ("name", "email", "phone")
        by = Delivery.EMAIL if self.cleaned_data["email"] else Delivery.PICKUP
        return {**{name: self.cleaned_data[name] for name in names}, "delivery": by}

    @property
    def is_desk(self):
        """Whether staff fill it for somebody."""
        return isinstance(self, DeskFields)


class InitiativeForm(PersonForm):
    """An initiative to hold a hearing. Residents fill it themselves; staff enter one of the head or the council."""

    title = TextField(
        label=_("What should the hearing be about"),
        max_length=200,
        help_text=_("One sentence. It becomes the title of the hearing."),
    )
    text = TextField(label=_("Why it is needed"), max_length=10_000, lines=6)
    profile = forms.ChoiceField(label=_("Kind of hearing"), choices=Profile.choices, initial=Profile.GENERAL)
    initiator = forms.ChoiceField(label=_("Called by"), choices=Initiator.choices, initial=Initiator.RESIDENTS)
    initiative_act = TextField(
        label=_("Act of the initiative"),
        max_length=300,
        required=False,
        help_text=_("Order or decision with date and number, when it is not called by residents."),
    )

    field_order = ["title", "text", "profile", "initiator", "initiative_act", "settlement", "name", "email", "phone"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["settlement"].label = _("Which settlement it concerns")
        self.fields["settlement"].empty_label = _("The whole community")
        if not self.is_desk:
            del self.fields["initiator"], self.fields["initiative_act"]

    def clean(self):
        """Who calls by an act names the act; residents leave a contact."""
        cleaned = super().clean()
        by_residents = cleaned.get("initiator", Initiator.RESIDENTS) == Initiator.RESIDENTS
        if not by_residents and not cleaned.get("initiative_act"):
            self.add_error("initiative_act", _("Name the order or the decision."))
        if not self.is_desk and not cleaned.get("email") and not cleaned.get("phone"):
            self.add_error("email", _("Leave an e-mail or a phone: we must be able to tell you what was decided."))
        return cleaned

    def case_data(self):
        """The initiative; its subject is public from the beginning, its reasons too."""
        told = self.cleaned_data
        return {
            "text": told["text"],
            "public_title": told["title"],
            "public_text": told["text"],
            "profile": told["profile"],
            "settlement": told["settlement"],
            "initiator": told.get("initiator") or Initiator.RESIDENTS,
            "initiative_act": told.get("initiative_act") or "",
        }


class ProposalForm(PersonForm):
    """A written proposal. Its text is public once it is admitted; its author's name only with consent."""

    hearing = forms.ModelChoiceField(
        Hearing.objects.none(), label=_("Hearing"), error_messages={"invalid_choice": _("Choose an open hearing.")}
    )
    title = TextField(label=_("Your proposal in one sentence"), max_length=200)
    text = TextField(
        label=_("Proposal"),
        help_text=_("What should be changed and why. Everyone will read it, so leave out personal data."),
        max_length=10_000,
        lines=8,
    )
    publish_name = forms.BooleanField(label=_("Show my name beside the proposal"), required=False)

    field_order = ["hearing", "title", "text", "name", "publish_name", "email", "phone", "settlement"]

    def __init__(self, *args, hearing=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.hearing = hearing
        if hearing is not None:
            del self.fields["hearing"]
        else:
            field = self.fields["hearing"]
            field.queryset = Hearing.objects.taking_proposals().order_by("starts_at", "pk")
            field.label_from_instance = lambda row: f"{row.number}: {row.public_title}"

    def clean(self):
        """The hearing must still take proposals."""
        cleaned = super().clean()
        hearing = self.hearing or cleaned.get("hearing")
        if hearing and not hearing.takes_proposals:
            raise forms.ValidationError(_("This hearing no longer takes proposals."))
        return cleaned

    def applicant_data(self):
        """With the consent to show the name."""
        return {**super().applicant_data(), "publish_name": self.cleaned_data["publish_name"]}

    def case_data(self):
        """The proposal in the file of its hearing."""
        told, hearing = self.cleaned_data, self.hearing or self.cleaned_data["hearing"]
        return {
            "hearing": hearing,
            "text": told["text"],
            "public_title": told["title"],
            "public_text": told["text"],
            "settlement": told["settlement"],
            "stage": Stage.SITTING if hearing.state in AT_SITTING else Stage.BEFORE,
            "unit": hearing.unit,
            "assignee": hearing.assignee,
        }
