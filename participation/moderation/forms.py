"""Forms of the public pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, IntakeMixin, TextField
from participation.moderation.enums import Reason


class ReportForm(IntakeMixin, HouseForm):
    """What is wrong with somebody's words."""

    reason = forms.ChoiceField(label=_("What is wrong?"), choices=Reason.choices, widget=forms.RadioSelect)
    note = TextField(
        label=_("Anything the moderator should know"),
        max_length=1000,
        lines=3,
        required=False,
        help_text=_("The author sees neither this nor your name."),
    )

    def clean(self):
        """Another breach must be named."""
        cleaned = super().clean()
        if cleaned.get("reason") == Reason.OTHER and not cleaned.get("note") and "note" not in self.errors:
            self.add_error("note", forms.ValidationError(_("Say what rule is broken."), code="required"))
        return cleaned


class AppealForm(HouseForm):
    """Why a decision is wrong."""

    text = TextField(
        label=_("Why is the decision wrong?"),
        max_length=2000,
        lines=6,
        help_text=_("Another person reads it, not the one who decided."),
    )
