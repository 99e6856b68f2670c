"""How a reader wants to see the site: contrast, size of text, light or dark. Kept in a cookie, rendered by the server."""

from dataclasses import asdict, dataclass
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

CHOICES = {
    "contrast": (("", _("As usual")), ("more", _("More contrast"))),
    "text": (("", _("As usual")), ("large", _("Larger text"))),
    "theme": (("", _("As on my device")), ("light", _("Light")), ("dark", _("Dark"))),
}


@dataclass(frozen=True)
class Display:
    """A reader's choices; an empty string is the usual look."""

    contrast: str = ""
    text: str = ""
    theme: str = ""

    cookie: ClassVar[str] = "display"
    age: ClassVar[int] = 365 * 24 * 3600

    @classmethod
    def from_cookie(cls, value):
        """Read `more.large.dark`; whatever is unknown counts as the usual look."""
        parts = [*value.split("."), "", "", ""][:3]
        names = CHOICES.keys()
        return cls(**{n: part if part in dict(CHOICES[n]) else "" for n, part in zip(names, parts, strict=True)})

    def __str__(self):
        return ".".join(asdict(self).values())

    @property
    def is_eased(self):
        """Whether the one-tap switch "larger text and contrast" is on."""
        return bool(self.contrast and self.text)


class DisplayForm(forms.Form):
    """All three choices on one page."""

    contrast = forms.ChoiceField(
        label=_("Contrast"), choices=CHOICES["contrast"], required=False, widget=forms.RadioSelect
    )
    text = forms.ChoiceField(label=_("Text"), choices=CHOICES["text"], required=False, widget=forms.RadioSelect)
    theme = forms.ChoiceField(
        label=_("Light or dark"), choices=CHOICES["theme"], required=False, widget=forms.RadioSelect
    )

    def chosen(self):
        """The choices as a `Display`; call only on a valid form."""
        return Display(**{name: self.cleaned_data[name] for name in CHOICES})
