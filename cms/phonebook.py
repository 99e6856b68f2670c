"""The page of useful phones as a reader asked for it."""

import re
from dataclasses import dataclass

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.models.phones import PhoneGroup, UsefulPhone
from core.forms import HouseForm


class PhoneFilterForm(HouseForm):
    """Words, a group, only free numbers. Unknown values are errors, never exceptions."""

    q = forms.CharField(label=_("Whose number"), required=False, max_length=100)
    group = forms.ChoiceField(label=_("Group"), required=False, choices=[("", _("All groups")), *PhoneGroup.choices])
    free = forms.BooleanField(label=_("Only free of charge"), required=False)

    def __init__(self, data):
        super().__init__(data, auto_id="phones-%s")
        self.fields["group"].error_messages["invalid_choice"] = _("Choose one from the list.")


@dataclass(frozen=True)
class PhoneRows:
    """A heading with its numbers."""

    key: str
    label: str
    phones: list


class Phonebook:
    """`data` is the raw query string. The book is small, so words are sought here: databases fold case differently."""

    def __init__(self, data, user=None):
        self.form = PhoneFilterForm(data)
        self.user = user
        self.is_asked = any(data.get(name) for name in self.form.fields)

    @cached_property
    def phones(self):
        """The numbers that answer; none when the question is not understood."""
        if not self.form.is_valid():
            return []
        asked = self.form.cleaned_data
        found = UsefulPhone.objects.visible_to(self.user).in_order()
        if asked["group"]:
            found = found.filter(group=asked["group"])
        if asked["free"]:
            found = found.filter(is_free=True)
        return [phone for phone in found if _answers(phone, asked["q"])]

    @cached_property
    def groups(self):
        """The numbers under their headings, in the order of the headings; empty headings are left out."""
        rows = [
            PhoneRows(group.value, group.label, [phone for phone in self.phones if phone.group == group.value])
            for group in PhoneGroup
        ]
        return [row for row in rows if row.phones]


def _answers(phone, words):
    """Every word stands in the name or the note, or the figures stand in the number."""
    words = words.casefold().split()
    text = f"{phone.name} {phone.name_en} {phone.note} {phone.number}".casefold()
    figures = re.sub(r"\D", "", "".join(words))
    by_number = bool(figures) and figures in phone.href and not any(word.isalpha() for word in words)
    return by_number or all(word in text for word in words)
