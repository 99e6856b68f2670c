"""Forms of signing and of printing sheets."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from core.forms import HouseForm, TextField
from participation.sheets.dates import BirthDateField

OLDEST = 120
MOST_AT_HOME = 20


def check_birth_date(day):
    """Refuse a day on which nobody now living was born. Raises ValidationError."""
    today = timezone.localdate()
    if day > today or day < date(today.year - OLDEST, 1, 1):
        raise ValidationError(_("Check the date of birth: the year looks wrong."), code="birth_date")


class SignForm(HouseForm):
    """The signature of a resident who is signed in."""

    name = TextField(
        label=_("Surname, name, patronymic"), max_length=200, autocomplete="name", help_text=_("As in your passport.")
    )
    birth_date = BirthDateField(
        label=_("Date of birth"),
        help_text=_("By it the signature is told from those on paper. It is not kept."),
        validators=[check_birth_date],
    )
    settlement = forms.ModelChoiceField(label=_("Settlement"), queryset=Settlement.objects.all())
    back = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, collection, user, back="", **kwargs):
        facts = {"name": user.name, "settlement": user.settlement_id, "back": back}
        super().__init__(*args, initial=facts, auto_id=f"sign-{collection.pk}-%s", **kwargs)

    def clean_name(self):
        """A signature names the person in full."""
        name = self.cleaned_data["name"]
        if len(name.split()) < 2:
            raise ValidationError(_("Write the surname and the name."), code="short")
        return name


class PrintForm(HouseForm):
    """How many numbered sheets, with how many rows."""

    copies = forms.IntegerField(label=_("How many sheets"), min_value=1, max_value=MOST_AT_HOME, initial=5)
    rows = forms.TypedChoiceField(
        label=_("Rows on a sheet"),
        choices=[(10, 10), (12, 12), (24, 24), (36, 36)],
        coerce=int,
        initial=12,
        help_text=_("Twelve rows fill one side of paper; more go on the next sides."),
    )

    def __init__(self, *args, most=MOST_AT_HOME, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["copies"] = forms.IntegerField(
            label=_("How many sheets"),
            min_value=1,
            max_value=most,
            initial=5,
            help_text=_("Up to %(most)s at once.") % {"most": most},
        )
        self.order_fields(["copies", "rows"])
