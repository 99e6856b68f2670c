"""The list of places as a reader asked for it: a form meets the query string."""

from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from cms.closures import marks
from cms.place_hours import hours_of
from cms.schedule import State, state_at

PER_PAGE = 40


@dataclass
class Listed:
    """One place of the list."""

    page: object
    state: State
    number: int = 0


class PlaceFilterForm(forms.Form):
    """Settlement, what is there, without barriers, open now."""

    settlement = forms.ModelChoiceField(None, required=False, label=_("Settlement"), empty_label=_("All settlements"))
    amenity = forms.ChoiceField(required=False, label=_("What is there"))
    barrier_free = forms.BooleanField(required=False, label=_("Without barriers"))
    open_now = forms.BooleanField(required=False, label=_("Open now"))

    def __init__(self, data, *, settlements, amenities):
        super().__init__(data, auto_id="places-%s")
        self.fields["settlement"].queryset = Settlement.objects.filter(pk__in=settlements).order_by(
            "order", "name", "pk"
        )
        self.fields["amenity"].choices = [("", _("Anything")), *amenities]
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Choose one from the list.")


class PlaceListing:
    """What the index page prints: the form, the places found, grouped by kind."""

    def __init__(self, index, data, moment=None):
        """`index` is the PlaceIndexPage, `data` the raw query string; lists of places are short, so Python filters."""
        self.index = index
        self.data = data
        self.moment = moment or timezone.now()
        self.all_places = list(index.places())
        settlements = {place.settlement_id for place in self.all_places if place.settlement_id}
        self.form = PlaceFilterForm(data, settlements=settlements, amenities=self._amenities())

    def _amenities(self):
        pairs = [pair for place in self.all_places for pair in place.amenity_pairs]
        return sorted(set(pairs), key=lambda pair: str(pair[1]))

    @cached_property
    def chosen(self):
        """The valid filters that were given, by name."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @cached_property
    def found(self):
        """The places that match, numbered, with their states; nothing when a filter is not understood."""
        if not self.form.is_valid():
            return []
        told = marks()
        items = [
            Listed(page, state_at(hours_of(page), self.moment, told.get))
            for page in self.all_places
            if self._fits(page)
        ]
        if "open_now" in self.chosen:
            items = [item for item in items if item.state.is_open]
        for number, item in enumerate(items, 1):
            item.number = number
        return items

    def _fits(self, page):
        chosen = self.chosen
        return (
            ("settlement" not in chosen or page.settlement_id == chosen["settlement"].pk)
            and ("amenity" not in chosen or chosen["amenity"] in (page.amenities or ()))
            and ("barrier_free" not in chosen or page.barrier_free == "yes")
        )

    @cached_property
    def page(self):
        """The page of the list that was asked for."""
        return Paginator(self.found, PER_PAGE).get_page(self.data.get("page"))

    @cached_property
    def groups(self):
        """The places of this page by kind: [(name of the kind, [Listed, …])]."""
        grouped = groupby(self.page.object_list, key=lambda item: item.page.get_kind_display())
        return [(kind, list(items)) for kind, items in grouped]

    @cached_property
    def chips(self):
        """The chosen filters in words, each with the address of the list without it."""
        said = {
            "settlement": str(self.chosen.get("settlement", "")),
            "amenity": str(dict(self.form.fields["amenity"].choices).get(self.chosen.get("amenity"), "")),
            "barrier_free": self.form.fields["barrier_free"].label,
            "open_now": self.form.fields["open_now"].label,
        }
        return [(said[name], f"?{self._query(without=name)}") for name in self.chosen]

    def _query(self, without=None):
        pairs = [(name, _raw(value)) for name, value in self.chosen.items() if name != without]
        return urlencode(pairs)


def _raw(value):
    return "on" if value is True else getattr(value, "pk", value)
