"""The suggestion box's forms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from casework.enums import Delivery
from casework.forms import TransitionForm
from casework.intake import IntakeForm
from core.forms import EmailField, PhoneField, TextField
from participation.inquiries.models import SuggestionTopic


class ReplyForm(TransitionForm):
    """What was decided and why, in words for the author."""

    reply = TextField(
        label=_("Reply to the author"),
        help_text=_("What will be done, by whom and when; or why it cannot be done."),
        max_length=10_000,
        lines=6,
    )


class SuggestionForm(IntakeForm):
    """A suggestion; nothing but its text is needed, an anonymous one is read like any other."""

    text = TextField(
        label=_("Your suggestion"),
        help_text=_("What could be better and how. A few words are enough."),
        max_length=10_000,
        lines=6,
    )
    topic = forms.ModelChoiceField(
        SuggestionTopic.objects.filter(is_active=True), label=_("Topic"), required=False, empty_label=_("Not chosen")
    )
    service = TextField(label=_("Which service it concerns"), max_length=200, required=False)
    settlement = forms.ModelChoiceField(
        Settlement.objects.all(), label=_("Settlement"), required=False, empty_label=_("Not chosen")
    )
    name = TextField(
        label=_("Your name"),
        max_length=200,
        required=False,
        autocomplete="name",
        help_text=_("You may stay anonymous. Leave a contact only if you want a reply by letter or phone."),
    )
    email = EmailField(label=_("E-mail"), required=False)
    phone = PhoneField(label=_("Phone"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.fields["topic"].queryset.exists():
            del self.fields["topic"]

    def applicant_data(self):
        """Name and contacts, all optional."""
        names = ("name", "email", "phone")
        by = Delivery.EMAIL if self.cleaned_data["email"] else Delivery.PICKUP
        return {**{name: self.cleaned_data[name] for name in names}, "delivery": by}

    def case_data(self):
        """The suggestion itself."""
        names = ("text", "topic", "service", "settlement")
        return {name: self.cleaned_data.get(name) or ("" if name == "service" else None) for name in names}
