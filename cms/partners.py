"""The list of partners as a reader asked for it."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.query import QueryForm, SearchField
from core.text import fold

HEADINGS = {
    "authority": _("Authorities"),
    "donor": _("Donors"),
    "ngo": _("Non-governmental organisations"),
    "business": _("Businesses"),
}


class PartnerQuery(QueryForm):
    """Words and kind."""

    q = SearchField(label=_("Name or words"))
    kind = forms.ChoiceField(label=_("Kind"), required=False)

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("All")), *kinds.choices]


class PartnerListing:
    """The form and the partners found, in groups by kind; few enough to stand on one page."""

    def __init__(self, partners, kinds, data):
        """`partners` is a queryset, `kinds` the enumeration that gives the order of groups, `data` the query string."""
        self.kinds = kinds
        self.form = PartnerQuery.read(data, kinds=kinds)
        self._partners = partners

    @cached_property
    def found(self):
        """Partners that hold every word."""
        asked = self.form.values
        words = fold(asked["q"]).split()
        rows = self._partners.filter(kind=asked["kind"]) if asked["kind"] else self._partners
        return [row for row in rows if all(word in self._words(row) for word in words)]

    @staticmethod
    def _words(row):
        return fold(f"{row.name} {row.name_en} {row.together} {row.together_en}")

    @cached_property
    def groups(self):
        """Pairs (heading of a kind, its partners), empty kinds left out."""
        pairs = [(HEADINGS[kind], [row for row in self.found if row.kind == kind]) for kind in self.kinds]
        return [(label, rows) for label, rows in pairs if rows]

    @property
    def is_filtered(self):
        """Whether the reader chose something."""
        return bool(self.form.chosen)
