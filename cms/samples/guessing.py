"""Rows for a new template, guessed from the names of its fields so that the editor only mends them."""

from cms.models.sample_parts import SampleField
from cms.samples.kinds import Autocomplete, FieldKind

# part of a name: (kind, what the browser may offer)
KNOWN = {
    "email": (FieldKind.EMAIL, Autocomplete.EMAIL),
    "пошт": (FieldKind.EMAIL, Autocomplete.EMAIL),
    "poshta": (FieldKind.EMAIL, Autocomplete.EMAIL),
    "phone": (FieldKind.PHONE, Autocomplete.PHONE),
    "telefon": (FieldKind.PHONE, Autocomplete.PHONE),
    "телефон": (FieldKind.PHONE, Autocomplete.PHONE),
    "date": (FieldKind.DATE, ""),
    "data": (FieldKind.DATE, ""),
    "дата": (FieldKind.DATE, ""),
    "text": (FieldKind.LONG, ""),
    "sut": (FieldKind.LONG, ""),
    "суть": (FieldKind.LONG, ""),
    "adresa": (FieldKind.TEXT, Autocomplete.ADDRESS),
    "адреса": (FieldKind.TEXT, Autocomplete.ADDRESS),
    "pib": (FieldKind.TEXT, Autocomplete.NAME),
    "піб": (FieldKind.TEXT, Autocomplete.NAME),
}


def guess(key, order):
    """A row for the field `key`: its own name as the question, the kind by what the name resembles."""
    kind, autocomplete = next((known for part, known in KNOWN.items() if part in key), (FieldKind.TEXT, ""))
    label = key.replace("_", " ").capitalize()
    return SampleField(key=key, label=label, kind=kind, autocomplete=autocomplete, sort_order=order)
