"""Forms of the screens."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from core.forms import HouseForm, TextField
from core.uploads.fields import FilesField
from participation.sheets.dates import BirthDateField
from participation.sheets.forms import check_birth_date


class ReasonForm(HouseForm):
    """Why a voice is struck out."""

    reason = TextField(
        label=_("Why the voice is struck out"),
        max_length=300,
        lines=3,
        help_text=_("It stays in the list with these words. Do not write more about the person than is needed."),
    )


class ScanForm(HouseForm):
    """Scans of a sheet."""

    files = FilesField(label=_("Scans of the sheet"), max_count=10)


class DeskForm(HouseForm):
    """A voice given at the desk, by a document."""

    name = TextField(label=_("Surname, name, patronymic"), max_length=200, autocomplete="off")
    birth_date = BirthDateField(
        label=_("Date of birth"), required=False, validators=[check_birth_date], help_text=_("As in the document.")
    )
    settlement = forms.ModelChoiceField(label=_("Settlement"), queryset=Settlement.objects.all(), required=False)

    def __init__(self, *args, collection, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["birth_date"].required = collection.asks_birth_date
        self.fields["birth_date"].widget.attrs["autocomplete"] = "off"

    def clean_name(self):
        """The person in full."""
        name = self.cleaned_data["name"]
        if len(name.split()) < 2:
            raise forms.ValidationError(_("Write the surname and the name."), code="short")
        return name
