"""The forms of a person's own pages."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, HouseModelForm, PhoneField, TextField

from .models import Settlement, User


class ProfileForm(HouseModelForm):
    """What a person tells about themselves; nothing is obligatory."""

    name = TextField(
        label=_("Full name"),
        required=False,
        max_length=200,
        autocomplete="name",
        help_text=_("It will be filled in for you in requests and proposals."),
    )
    phone = PhoneField(label=_("Phone"), required=False)
    postal_address = TextField(
        label=_("Postal address"),
        required=False,
        max_length=300,
        autocomplete="street-address",
        help_text=_("Only needed if you want answers on paper."),
    )
    settlement = forms.ModelChoiceField(
        Settlement.objects.all(), label=_("Settlement"), required=False, empty_label=_("Not chosen")
    )
    language = forms.ChoiceField(
        label=_("Language of letters"), choices=settings.LANGUAGES, help_text=_("In this language we write to you.")
    )

    class Meta:
        model = User
        fields = ["name", "phone", "postal_address", "settlement", "language"]


class EraseForm(HouseForm):
    """Asks once more before an account is erased: the password, or a typed word where there is no password."""

    password = forms.CharField(
        label=_("Your password"),
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"wrong": _("This is not the password of your account.")},
    )
    word = TextField(
        label=_("Type the word ERASE"),
        max_length=20,
        error_messages={"wrong": _("Type the word exactly as it is written above the field.")},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        del self.fields["word" if user.has_usable_password() else "password"]

    def clean_password(self):
        """Refuse another password than the person's own."""
        if not self.user.check_password(self.cleaned_data["password"]):
            self._refuse("password")
        return ""

    def clean_word(self):
        """Accept the word in the reader's language, in any case of letters."""
        if self.cleaned_data["word"].casefold() != _("ERASE").casefold():
            self._refuse("word")
        return ""

    def _refuse(self, name):
        raise forms.ValidationError(self.fields[name].error_messages["wrong"], code="wrong")
