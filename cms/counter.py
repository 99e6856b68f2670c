"""Fields of the editor that say how many characters are left, with the counter of the public forms."""

from django import forms
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput


class CounterMixin:
    """Print the counter; the limit is that of the field unless `limit` asks for less (a wish: longer texts are saved too)."""

    def __init__(self, attrs=None, limit=None):
        words = _("Characters to the length that reads well: {n}") if limit else _("Characters left: {n}")
        super().__init__({"data-counter": words, **({"data-limit": limit} if limit else {}), **(attrs or {})})

    @property
    def media(self):
        """The widget’s own files and the module that counts."""
        return super().media + forms.Media(js=[Script("js/counter.js", type="module")])


class CounterInput(CounterMixin, forms.TextInput):
    """One line."""


class CounterTextarea(CounterMixin, AdminAutoHeightTextInput):
    """Several lines."""
