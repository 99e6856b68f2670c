"""Forms that transitions ask to fill; the rule behind each field is checked here for screens and callers alike."""

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit, User
from accounts.roles import Role
from core.forms import HouseForm, TextField
from core.uploads import FilesField


def as_multi_value(fields):
    """Python values as a form's data: lists stay lists, empty values are left out."""
    return MultiValueDict(
        {
            name: list(value) if isinstance(value, (list, tuple)) else [value]
            for name, value in fields.items()
            if value is not None
        }
    )


class TransitionForm(HouseForm):
    """Base of a transition's form: it knows the case, who acts and the moment."""

    def __init__(self, *args, case, actor, now, **kwargs):
        self.case, self.actor, self.now = case, actor, now
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self):
        """Narrow choices and set initial values; for subclasses."""


class AssignForm(TransitionForm):
    """Which unit and who in it answers."""

    unit = forms.ModelChoiceField(Unit.objects.filter(is_active=True), label=_("Unit"))
    assignee = forms.ModelChoiceField(User.objects.none(), label=_("Handled by"), required=False)

    def prepare(self):
        """Offer officials only."""
        self.fields["assignee"].queryset = User.objects.with_role(Role.OFFICIAL).select_related("unit")
        self.fields["assignee"].label_from_instance = lambda user: (
            f"{user} · {user.unit}" if user.unit_id else str(user)
        )
        self.initial.setdefault("unit", self.case.unit_id)
        self.initial.setdefault("assignee", self.case.assignee_id)

    def clean(self):
        """The official must serve in the unit."""
        cleaned = super().clean()
        unit, assignee = cleaned.get("unit"), cleaned.get("assignee")
        if unit and assignee and assignee.unit_id != unit.pk:
            self.add_error("assignee", _("This official serves in another unit."))
        return cleaned


class ReasonForm(TransitionForm):
    """A reason in words."""

    reason = TextField(label=_("Reason"), lines=4, max_length=4000)


class NoteForm(TransitionForm):
    """A note for colleagues."""

    text = TextField(label=_("Note"), help_text=_("Only staff read it."), lines=4, max_length=10_000)


class MessageForm(TransitionForm):
    """A message to the other side."""

    text = TextField(label=_("Message"), lines=6, max_length=20_000)
    files = FilesField(label=_("Files"), required=False)


class PublicEditionForm(TransitionForm):
    """What the public register shows instead of the original."""

    public_title = TextField(
        label=_("Public title"),
        max_length=200,
        help_text=_("What it is about, without names, addresses and other personal data."),
    )
    public_text = TextField(
        label=_("Public edition of the text"),
        required=False,
        lines=8,
        max_length=50_000,
        help_text=_("Leave out everything by which a person could be recognised."),
    )

    def prepare(self):
        """Begin with the present edition."""
        self.initial.setdefault("public_title", self.case.public_title)
        self.initial.setdefault("public_text", self.case.public_text)
