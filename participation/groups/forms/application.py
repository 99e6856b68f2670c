"""Forms of the decision on an application: neither an acceptance nor a refusal can be without reasons."""

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms import TransitionForm
from core.forms import TextField
from participation.groups.enums import Ground


class AcceptForm(TransitionForm):
    """Why this person, and what is published of a conflict of interest."""

    reason = TextField(
        label=_("Reasons"), lines=4, max_length=5000, help_text=_("Which criteria are met. The applicant reads it.")
    )
    conflict_note = TextField(
        label=_("Public note on conflict of interest"),
        max_length=500,
        lines=2,
        required=False,
        help_text=_("Stands beside the name in the composition: what it is and how it is settled."),
    )

    def clean(self):
        """A declared conflict is not passed over in silence."""
        cleaned = super().clean()
        if self.case.has_conflict and not cleaned.get("conflict_note"):
            self.add_error(
                "conflict_note", _("The applicant declared a conflict of interest. Write how it is settled.")
            )
        return cleaned


class RefuseForm(TransitionForm):
    """A ground from the list and the reasons in words."""

    ground = forms.ChoiceField(label=_("Ground"), choices=Ground.choices, widget=forms.RadioSelect)
    reason = TextField(
        label=_("Reasons"),
        lines=5,
        max_length=5000,
        help_text=_("Which criterion or document, and why. Only the applicant and staff read it."),
    )


class ObjectionForm(TransitionForm):
    """What the applicant does not agree with."""

    text = TextField(label=_("What do you disagree with?"), lines=6, max_length=10_000)
