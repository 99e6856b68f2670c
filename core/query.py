"""The query string is a stranger: it is met by a form whose wrong answers become the usual ones."""

import re

from django import forms
from django.core.paginator import Paginator

from core.text import clean_text

MAX_QUERY = 200
MAX_WORDS = 20
MAX_ID = 2**63 - 1


def clean_search(text):
    """Return words to search for as any search backend can bear them.

    At most 200 characters and 20 words; no control characters; quotation marks only in pairs that enclose something.
    """
    words = clean_text(str(text or "")[: MAX_QUERY * 4], single_line=True)[:MAX_QUERY].split()[:MAX_WORDS]
    text = " ".join(words)
    if text.count('"') % 2 or re.search(r'"\W*"', text):
        text = text.replace('"', " ")
    return " ".join(text.split())


class SearchField(forms.CharField):
    """Words to search for; never invalid, because it is cut and cleaned instead."""

    def __init__(self, **options):
        options.setdefault("required", False)
        options.setdefault("widget", forms.TextInput(attrs={"type": "search", "maxlength": MAX_QUERY}))
        super().__init__(**options)

    def to_python(self, value):
        """Give the cleaned words."""
        return clean_search(value)


class PageField(forms.IntegerField):
    """The number of a page from 1; `paginate` brings it within the pages there are."""

    def __init__(self, **options):
        super().__init__(required=False, initial=1, min_value=1, max_value=1_000_000, **options)


class IdField(forms.IntegerField):
    """The primary key of a row, within what the database can compare."""

    def __init__(self, **options):
        options.setdefault("required", False)
        super().__init__(min_value=1, max_value=MAX_ID, **options)


class QueryForm(forms.Form):
    """The base of forms over a query string. A field that does not understand its value takes its `initial`.

    `QueryForm.read(request.GET)` gives a bound form; `.values` is a dict with a usable value for every field; `.chosen` has
    only those that differ from the usual ones, to tell the reader and to build links. No value is an error page.
    """

    use_required_attribute = False

    @classmethod
    def read(cls, query, **options):
        """Bind the form to a QueryDict or dict."""
        form = cls(query, **options)
        form.full_clean()
        return form

    @property
    def values(self):
        """A usable value for every field."""
        return {name: self._value(name, field) for name, field in self.fields.items()}

    @property
    def chosen(self):
        """The values that the reader chose: understood, and not the usual ones."""
        usual = {name: self.get_initial_for_field(field, name) for name, field in self.fields.items()}
        return {
            name: value
            for name, value in self.values.items()
            if value not in (None, "", [], ()) and value != usual[name]
        }

    def _value(self, name, field):
        usual = self.get_initial_for_field(field, name)
        if name in self.errors:
            return field.empty_value if usual is None and hasattr(field, "empty_value") else usual
        value = self.cleaned_data.get(name)
        missing = self.add_prefix(name) not in self.data
        if value in field.empty_values and (missing or usual is not None):
            return value if usual is None else usual
        return value


def paginate(rows, page, per_page=20):
    """Return a `Page` of a queryset or list; `page` may be anything: a number, words, a `QueryForm` with field `page`.

    What is not a number becomes the first page, what is beyond the end the last one. An empty list has one empty page.
    """
    if isinstance(page, QueryForm):
        page = page.values.get("page")
    return Paginator(rows, per_page).get_page(page)
