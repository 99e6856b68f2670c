"""The house's forms: one look, one way of telling errors, one way of taking in what residents send."""

import uuid
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from core.text import clean_text

MAX_DIGITS = 18  # of a key: what is longer may not fit into 64 bits
STAMP_SALT = "core.forms.opened"


class HouseRenderer(TemplatesSetting):
    """Renders a form through `django/forms/div.html` and every field through `django/forms/field.html`."""


@dataclass(frozen=True)
class SummaryLine:
    """One line of the error summary: the id of the input to jump to ("" for the whole form), its label, the message."""

    field_id: str
    label: str
    message: str


def first_input_id(bound):
    """The id of the first input of a bound field: a group of radio buttons or check boxes has none of its own."""
    if bound.is_hidden:
        return ""
    if bound.id_for_label:
        return bound.id_for_label
    return f"{bound.auto_id}_0" if bound.auto_id else ""


class HouseFormMixin:
    """Gives templates `form.error_summary`; fields keep the order of declaration."""

    template_name = "django/forms/div.html"

    @property
    def error_summary(self):
        """Lines for the box above the form: what concerns the whole form first, then the fields in their order."""
        lines = [SummaryLine("", "", message) for message in self.non_field_errors()]
        for name in self.fields:
            bound = self[name]
            lines += [SummaryLine(first_input_id(bound), str(bound.label), text) for text in self.errors.get(name, ())]
        return lines


class HouseForm(HouseFormMixin, forms.Form):
    """The base of every form that is not made from a model."""


class HouseModelForm(HouseFormMixin, forms.ModelForm):
    """The base of every form that is made from a model."""


class TextField(forms.CharField):
    """Words that a person types: cleaned by `core.text.clean_text`, limited, with a message that says by how much.

    `max_length` counts characters after cleaning. `lines` above 1 draws a text area of so many rows; otherwise line breaks
    become spaces. `autocomplete` and `inputmode` go to the input as they are.
    """

    def __init__(self, *, max_length=2000, lines=1, autocomplete="", inputmode="", **options):
        self.single_line = lines == 1
        widget = forms.TextInput() if self.single_line else forms.Textarea(attrs={"rows": lines})
        options.setdefault("widget", widget)
        super().__init__(max_length=max_length, **options)
        hints = {"autocomplete": autocomplete, "inputmode": inputmode}
        self.widget.attrs.update({name: value for name, value in hints.items() if value})
        self.error_messages.setdefault("too_long", _("Shorten this to %(limit)s characters; now there are %(count)s."))

    def to_python(self, value):
        """Return the cleaned words; refuses what is far too long before looking closely at it."""
        if value in self.empty_values:
            return self.empty_value
        value = str(value)
        if self.max_length and len(value) > self.max_length * 4 + 1000:
            self._refuse_length(len(value))
        value = clean_text(value, single_line=self.single_line)
        if self.max_length and len(value) > self.max_length:
            self._refuse_length(len(value))
        return value or self.empty_value

    def _refuse_length(self, count):
        raise ValidationError(
            self.error_messages["too_long"], code="too_long", params={"limit": self.max_length, "count": count}
        )


class EmailField(forms.EmailField):
    """An e-mail address with the keyboard and the memory of the browser; stored in lower case by `clean`."""

    def __init__(self, **options):
        super().__init__(**options)
        self.widget.attrs.update({"autocomplete": "email", "inputmode": "email", "spellcheck": "false"})

    def to_python(self, value):
        """Return the address without invisible characters, in lower case."""
        return super().to_python(clean_text(value, single_line=True)[:1000]).lower()


class PhoneField(TextField):
    """A telephone number as the person writes it: digits, spaces, brackets, hyphens, a plus, «дод. 12»."""

    def __init__(self, **options):
        options.setdefault("max_length", 40)
        super().__init__(autocomplete="tel", inputmode="tel", **options)
        self.widget.input_type = "tel"

    def validate(self, value):
        """Ask only that there are digits enough to call."""
        super().validate(value)
        if value and not 5 <= sum(letter.isdigit() for letter in value) <= 20:
            raise ValidationError(_("Write a telephone number, for example 044 123 45 67."), code="phone")


class ManyField(forms.ModelMultipleChoiceField):
    """Several rows of a table; a key that no database can compare is an unknown choice, not an error page."""

    def _check_values(self, value):
        """Refuse such keys before the database sees them. Raises ValidationError."""
        for key in value:
            if len(str(key)) > MAX_DIGITS:
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": str(key)[:50]}
                )
        return super()._check_values(value)


class HiddenKeyField(forms.CharField):
    """The idempotency key: made by the server, carried by the form, replaced when a stranger spoils it."""

    widget = forms.HiddenInput

    def __init__(self, **options):
        super().__init__(required=False, initial=lambda: str(uuid.uuid4()), **options)


class TrapField(forms.BoundField):
    """A field that people do not see: the class `trap` puts it off the screen."""

    def css_classes(self, extra_classes=None):
        """Add the class `trap`."""
        return super().css_classes(["trap", *(extra_classes or [])])


def key_or_new(value):
    """Return `value` in the usual spelling when it is a UUID, otherwise a fresh one."""
    try:
        return str(uuid.UUID(str(value)[:64]))
    except ValueError:
        return str(uuid.uuid4())


def fresh_stamp():
    """The signed moment at which a form was drawn."""
    return signing.TimestampSigner(salt=STAMP_SALT).sign("opened")


class IntakeMixin(forms.Form):
    """For forms by which residents send something in; put it first among the bases.

    * `idempotency_key`: a UUID rendered once and kept on errors, so that a double click, a reload or a retry gives one
      case. A missing or spoiled key is replaced by a fresh one: nothing is refused for it.
    * `website`: a trap for robots, hidden from people; `opened`: the signed moment the form was drawn.
    * `suspicion` (a list of reasons) and `is_suspicious` say what looks like a robot. They never refuse: the law obliges us
      to take in what is sent, so a suspicious case goes to a person while its clock runs. A missing `opened` is no reason
      by itself (old browsers, saved pages).
    """

    idempotency_key = HiddenKeyField()
    opened = forms.CharField(required=False, widget=forms.HiddenInput, initial=fresh_stamp)
    website = forms.CharField(
        required=False,
        label=_("Leave this field empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
        bound_field_class=TrapField,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["website"].hide_optional = True
        self.order_fields([name for name in self.fields if name != "website"])
        if self.is_bound:
            self.data = self.data.copy()
            name = self.add_prefix("idempotency_key")
            self.data[name] = key_or_new(self.data.get(name))

    def clean_idempotency_key(self):
        """Give the key as uuid.UUID."""
        return uuid.UUID(self.cleaned_data["idempotency_key"])

    @property
    def suspicion(self):
        """Why this looks like a robot: any of `trap`, `forged`, `too_fast`; empty for people. Reads only sent data."""
        reasons = []
        if str(self.data.get(self.add_prefix("website")) or "").strip():
            reasons.append("trap")
        stamp = str(self.data.get(self.add_prefix("opened")) or "")
        return reasons + (stamp_suspicion(stamp) if stamp else [])

    @property
    def is_suspicious(self):
        """Does anything look like a robot?"""
        return bool(self.suspicion)


def stamp_suspicion(stamp):
    """What a stamp of `fresh_stamp` tells: nothing, `too_fast` (FORM_MIN_FILL_SECONDS) or `forged`."""
    signer = signing.TimestampSigner(salt=STAMP_SALT)
    try:
        signer.unsign(stamp[:200])
    except signing.BadSignature:
        return ["forged"]
    if settings.FORM_MIN_FILL_SECONDS <= 0:
        return []
    try:
        signer.unsign(stamp[:200], max_age=settings.FORM_MIN_FILL_SECONDS)
    except signing.SignatureExpired:
        return []
    return ["too_fast"]


__all__ = [
    "EmailField",
    "HouseForm",
    "HouseModelForm",
    "HouseRenderer",
    "IntakeMixin",
    "PhoneField",
    "SummaryLine",
    "TextField",
]
