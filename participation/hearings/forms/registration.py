"""The form by which one registers, and the filter of the list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from core.forms import EmailField, HouseForm, IntakeMixin, PhoneField, TextField
from core.query import QueryForm, SearchField
from participation.hearings.enums import Format, Profile


class PersonFields(HouseForm):
    """Who comes and what the person needs."""

    name = TextField(label=_("Your name"), max_length=200, autocomplete="name")
    email = EmailField(label=_("E-mail"), required=False)
    phone = PhoneField(label=_("Phone"), required=False)
    settlement = forms.ModelChoiceField(
        Settlement.objects.all(), label=_("Settlement"), required=False, empty_label=_("Not chosen")
    )
    needs_interpreter = forms.BooleanField(label=_("I need a sign language interpreter"), required=False)
    needs = TextField(
        label=_("What else do you need to take part?"),
        max_length=300,
        required=False,
        help_text=_("For example a place for a wheelchair, a seat near the loudspeaker, a companion."),
    )
    wants_to_speak = forms.BooleanField(label=_("I want to speak"), required=False)
    topic = TextField(label=_("About what"), max_length=200, required=False)

    @property
    def person(self):
        """The fields of the registration."""
        names = ("name", "email", "phone", "settlement", "needs_interpreter", "needs", "wants_to_speak", "topic")
        return {name: self.cleaned_data[name] for name in names}


class RegistrationForm(IntakeMixin, PersonFields):
    """Registration by the person; a contact is needed, because the date may move."""

    online = forms.TypedChoiceField(
        label=_("How will you take part?"),
        choices=[("0", _("I will come")), ("1", _("I will join online"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "1",
        initial="0",
    )

    field_order = ["name", "email", "phone", "settlement", "online"]

    def __init__(self, *args, hearing, **kwargs):
        super().__init__(*args, **kwargs)
        self.hearing = hearing
        if hearing.format != Format.HYBRID:
            del self.fields["online"]

    def clean(self):
        """An e-mail or a phone."""
        cleaned = super().clean()
        if not cleaned.get("email") and not cleaned.get("phone") and "email" not in self.errors:
            self.add_error("email", _("Leave an e-mail or a phone: we tell you if the date moves."))
        return cleaned

    @property
    def is_online(self):
        """Whether the person joins from afar."""
        return self.cleaned_data.get("online", self.hearing.format == Format.ONLINE)


class ListFilter(QueryForm):
    """What the reader wants to see in the list."""

    q = SearchField(label=_("Words in the title"))
    profile = forms.ChoiceField(label=_("Kind of hearing"), required=False, choices=[("", _("All")), *Profile.choices])
    when = forms.ChoiceField(
        label=_("Which"),
        required=False,
        choices=[
            ("", _("All")),
            ("coming", _("Coming")),
            ("signatures", _("Signatures are collected")),
            ("past", _("Held")),
        ],
    )
    settlement = forms.ModelChoiceField(
        Settlement.objects.all(), label=_("Settlement"), required=False, empty_label=_("All")
    )
