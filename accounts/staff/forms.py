"""Forms of the administrator and of the desk."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts import second_factor
from accounts.models import Settlement, Unit, User
from accounts.roles import Role
from core.forms import EmailField, TextField


class PersonForm(forms.ModelForm):
    """A member of staff as the administrator sees them. Nobody becomes a superuser here."""

    email = EmailField(label=_("E-mail"), help_text=_("The person signs in with it."))
    name = TextField(label=_("Full name"), max_length=200)
    position = TextField(
        label=pgettext_lazy("of an employee", "Position"),
        required=False,
        max_length=200,
        help_text=_("Printed under answers."),
    )
    unit = forms.ModelChoiceField(Unit.objects.filter(is_active=True), label=_("Unit"), required=False)
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A role brings exactly the rights it needs. Give the fewest that the work demands."),
    )

    class Meta:
        model = User
        fields = ["email", "name", "position", "unit"]

    def __init__(self, *args, editing_self=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["roles"].initial = sorted(self.instance.roles_given) if self.instance.pk else []
        if editing_self:
            del self.fields["roles"]

    def clean_email(self):
        """Refuse an address that another account has."""
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Another account has this e-mail address."), code="taken")
        return email

    def clean(self):
        """An official answers in the name of a unit."""
        cleaned = super().clean()
        if Role.OFFICIAL in cleaned.get("roles", ()) and not cleaned.get("unit"):
            self.add_error("unit", forms.ValidationError(_("An official belongs to a unit: choose it."), code="needed"))
        return cleaned


class NewPersonForm(PersonForm):
    """A new member of staff: they choose the password themselves by the letter we send."""


class EditPersonForm(PersonForm):
    """An existing account: may also be closed, or freed of a lost second factor."""

    is_active = forms.BooleanField(
        label=_("May sign in"), required=False, help_text=_("Take the tick away when the person leaves.")
    )
    forget_second_factor = forms.BooleanField(
        label=_("Take away the second factor"),
        required=False,
        help_text=_("For someone who lost the telephone or the key. They set up a new one at the next sign-in."),
    )

    class Meta(PersonForm.Meta):
        fields = [*PersonForm.Meta.fields, "is_active"]

    def __init__(self, *args, editing_self=False, **kwargs):
        super().__init__(*args, editing_self=editing_self, **kwargs)
        if editing_self:
            del self.fields["is_active"]
        if editing_self or not second_factor.factors_of(self.instance).exists():
            del self.fields["forget_second_factor"]


class DocumentKind(forms.Form):
    """Which document was shown. Only its kind is kept, never its number."""

    KINDS = [
        ("passport_book", _("passport (booklet)")),
        ("id_card", _("passport (ID card)")),
        ("diia", _("passport in Diia, checked by its code")),
        ("foreign_passport", _("passport for travel abroad")),
        ("residence_permit", _("residence permit")),
        ("refugee", _("certificate of a refugee or of additional protection")),
    ]
    document = forms.ChoiceField(label=_("Document shown"), choices=KINDS, widget=forms.RadioSelect)


class UndoForm(forms.Form):
    """Why a check is taken back."""

    reason = TextField(
        label=_("Reason"), max_length=300, help_text=_("Write no personal data here: the entry stays in the log.")
    )


class FindForm(forms.Form):
    """Whom to look for: at least three characters, so that nobody leafs through the residents."""

    q = TextField(
        label=_("Name, e-mail or phone"),
        max_length=200,
        min_length=3,
        error_messages={"min_length": _("Write at least three characters.")},
    )


class SettlementForm(forms.ModelForm):
    """A settlement, with its KATOTTG code checked for shape."""

    katottg = forms.RegexField(
        r"^UA\d{17}$",
        label=_("KATOTTG code"),
        required=False,
        help_text=_("UA and seventeen digits, from the official codifier."),
        error_messages={"invalid": _("A code is UA and seventeen digits, for example UA80000000000093317.")},
    )

    class Meta:
        model = Settlement
        fields = ["name", "kind", "district", "katottg", "population", "order"]
