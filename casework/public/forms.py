"""The two fields by which a case is found."""

from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, TextField


class TrackForm(HouseForm):
    """Number and secret code, as printed on the slip; an unknown number and a wrong code are told alike."""

    number = TextField(label=_("Number"), max_length=40, autocomplete="off", help_text=_("For example ЗПІ-2026-00042."))
    code = TextField(
        label=_("Secret code"),
        max_length=40,
        autocomplete="off",
        help_text=_("Twelve letters and digits from the slip or the letter; dashes and capitals do not matter."),
    )
