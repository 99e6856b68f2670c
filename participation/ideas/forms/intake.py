"""The form by which an idea begins, on the site and at the desk."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from accounts.models import Settlement
from casework.enums import Channel, Delivery
from casework.intake import IntakeForm
from core.forms import EmailField, ManyField, PhoneField, TextField
from core.query import IdField
from core.uploads import FilesField
from participation.ideas.enums import FieldKind
from participation.ideas.models import IdeaCall, IdeaTag
from participation.ideas.models.idea import TITLE_LENGTH

PREFILLED = ("name", "email", "phone", "settlement")
MOST_FILES = 5


class PointField(forms.DecimalField):
    """A coordinate in degrees; a comma is a point too."""

    def __init__(self, **options):
        super().__init__(max_digits=8, decimal_places=5, required=False, **options)
        self.widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value):
        """Round to about a metre: maps give more digits than a place has."""
        value = super().to_python(str(value).replace(",", ".") if value not in self.empty_values else None)
        return value.quantize(Decimal("0.00001")) if isinstance(value, Decimal) and value.is_finite() else value


def field_of(row):
    """The form field for a field of a call."""
    common = {"label": row.label, "help_text": row.help_text, "required": row.is_required}
    if row.kind == FieldKind.NUMBER:
        return forms.DecimalField(max_digits=14, decimal_places=2, **common)
    if row.kind == FieldKind.CHOICE:
        return forms.ChoiceField(choices=[("", _("Not chosen")), *((each, each) for each in row.options)], **common)
    return TextField(max_length=4000, lines=4, **common) if row.kind == FieldKind.TEXT else TextField(**common)


class IdeaForm(IntakeForm):
    """What is proposed, where, by whom; a call adds fields of its own."""

    call = forms.ModelChoiceField(IdeaCall.objects.none(), label=_("Call"), empty_label=None)
    title = TextField(label=_("Your idea in one sentence"), max_length=TITLE_LENGTH)
    text = TextField(
        label=_("What you propose and why"),
        help_text=_("What will change, for whom, what is needed for it. Do not name people or their addresses."),
        max_length=10_000,
        lines=8,
    )
    tags = ManyField(
        IdeaTag.objects.all(), label=_("What it is about"), required=False, widget=forms.CheckboxSelectMultiple
    )
    settlement = forms.ModelChoiceField(
        Settlement.objects.all(), label=_("Settlement"), required=False, empty_label=_("The whole community")
    )
    place = TextField(label=_("Place"), max_length=200, required=False, help_text=_("A street, a square, a building."))
    latitude = PointField(
        label=_("Latitude of the place"),
        min_value=44,
        max_value=53,
        help_text=_("If you know it, for example 50.45012. Copy it from a map on your phone."),
    )
    longitude = PointField(label=_("Longitude of the place"), min_value=22, max_value=41)
    attachments = FilesField(label=_("Pictures and documents"), required=False, max_count=MOST_FILES)
    photo_description = TextField(
        label=_("What the pictures show"),
        max_length=200,
        required=False,
        help_text=_("For people who cannot see them."),
    )
    name = TextField(label=_("Your name"), max_length=200, autocomplete="name")
    publish_name = forms.BooleanField(label=_("Show my name beside the idea"), required=False)
    email = EmailField(label=_("E-mail"), required=False, help_text=_("We will write what becomes of the idea."))
    phone = PhoneField(label=_("Phone"), required=False)
    service = IdField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["call"].queryset = IdeaCall.objects.takes_ideas()
        if not self.fields["tags"].queryset.exists():
            del self.fields["tags"]
        if self.user is not None and not self.is_bound:
            self._prefill()
        self.call_fields = list(self._known_call().fields.all()) if self._known_call() else []
        for row in self.call_fields:
            self.fields[f"field_{row.pk}"] = field_of(row)
        names = list(self.fields)
        extra = [f"field_{row.pk}" for row in self.call_fields]
        after = names.index("text") + 1
        self.order_fields([*names[:after], *extra])

    def _known_call(self):
        """The call whose fields are asked: the one that was chosen, or the one that the link names."""
        chosen = (
            self.data.get(self.add_prefix("call"))
            if self.is_bound
            else self.get_initial_for_field(self.fields["call"], "call")
        )
        key = str(getattr(chosen, "pk", chosen) or "")
        if not key:
            only = list(self.fields["call"].queryset[:2])
            return only[0] if len(only) == 1 else None
        return self.fields["call"].queryset.filter(pk=key).first() if key.isdecimal() and len(key) < 18 else None

    def _prefill(self):
        """Begin with what the account knows."""
        for name in PREFILLED:
            self.initial.setdefault(name, getattr(self.user, name, None) or None)

    def clean_service(self):
        """The page of a service, or nothing: a spoiled link does not stop an idea."""
        key = self.cleaned_data.get("service")
        return Page.objects.live().public().filter(pk=key).first() if key else None

    def clean(self):
        """The whole point or none; a channel and a settlement that the call takes."""
        cleaned = super().clean()
        if (cleaned.get("latitude") is None) != (cleaned.get("longitude") is None):
            self.add_error("longitude", _("Write both numbers or neither."))
        call = cleaned.get("call")
        if call is not None:
            self._check_call(call, cleaned)
        return cleaned

    def _check_call(self, call, cleaned):
        """Refuse what the call does not take, beside the field where it can be changed."""
        channel = cleaned.get("channel", Channel.WEB)
        if channel not in call.channels:
            ways = ", ".join(str(label) for label in call.channel_labels)
            field = "channel" if "channel" in self.fields else "call"
            self.add_error(field, _("This call takes ideas only so: %(ways)s.") % {"ways": ways})
        territory = set(call.settlements.values_list("pk", flat=True))
        settlement = cleaned.get("settlement")
        if territory and (settlement is None or settlement.pk not in territory):
            self.add_error("settlement", _("This call is for some settlements only. Choose one of them."))

    def applicant_data(self):
        """Name, contacts, whether the name is shown."""
        names = ("name", "email", "phone", "publish_name")
        by = Delivery.EMAIL if self.cleaned_data["email"] else Delivery.PICKUP
        return {**{name: self.cleaned_data[name] for name in names}, "delivery": by}

    def case_data(self):
        """The idea; its words are its public edition, and the unit of the call answers for it."""
        cleaned = self.cleaned_data
        names = ("call", "settlement", "place", "latitude", "longitude", "photo_description", "service")
        return {
            **{name: cleaned[name] for name in names},
            "text": cleaned["text"],
            "public_title": cleaned["title"],
            "public_text": cleaned["text"],
            "unit": cleaned["call"].unit,
            "tags": cleaned.get("tags") or (),
            "answers_given": self._answers(),
        }

    def _answers(self):
        """What was written into the call's own fields, with their labels as they stand today."""
        given = ((row.label, self.cleaned_data.get(f"field_{row.pk}")) for row in self.call_fields)
        return [[label, str(value)] for label, value in given if value not in (None, "")]
