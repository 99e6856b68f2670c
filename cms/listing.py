"""The list of news as a reader asked for it: the query string is a stranger, so a form meets it."""

from django import forms
from django.core.paginator import Paginator
from django.db.models.functions import ExtractYear
from django.utils.dates import MONTHS
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from cms.models.topics import ContentTag, NewsTopic

PER_PAGE = 12


class NewsFilterForm(forms.Form):
    """Topic, tag, year and month; `page` apart. Unknown values are errors, never exceptions."""

    topic = forms.ModelChoiceField(
        None, to_field_name="slug", required=False, label=_("Topic"), empty_label=_("All topics")
    )
    tag = forms.ModelChoiceField(None, to_field_name="slug", required=False, label=_("Tag"), empty_label=_("All tags"))
    year = forms.TypedChoiceField(coerce=int, required=False, empty_value=None, label=_("Year"))
    month = forms.TypedChoiceField(coerce=int, required=False, empty_value=None, label=_("Month"))

    def __init__(self, data, *, news):
        """`news` is the unfiltered queryset that gives the choices.

        What the news carry is asked first and by itself: as a query inside a query it took PostgreSQL minutes on a table
        whose statistics were old.
        """
        super().__init__(data, auto_id="news-%s")
        for name, model, relation in (("topic", NewsTopic, "topic"), ("tag", ContentTag, "tagged_items__tag")):
            carried = set(news.order_by().values_list(relation, flat=True).distinct())
            self.fields[name].queryset = model.objects.filter(pk__in=carried - {None}).order_by("name")
        years = news.order_by().annotate(year=ExtractYear("date")).values_list("year", flat=True).distinct()
        self.fields["year"].choices = [("", _("All years")), *((year, str(year)) for year in sorted(years)[::-1])]
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Choose one from the list.")
        self.fields["month"].choices = [("", _("All months")), *MONTHS.items()]


class NewsListing:
    """What the index page and the feed print: the form, the filtered news and one page of it."""

    def __init__(self, index, data):
        """`data` is the raw query string (QueryDict)."""
        self.index = index
        self.data = data
        self.all_news = index.news()
        self.form = NewsFilterForm(data, news=self.all_news)

    @cached_property
    def chosen(self):
        """The valid filters that were given, by name."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "")}

    @cached_property
    def news(self):
        """Filtered news; nothing when a filter is not understood."""
        found = self.all_news
        if not self.form.is_valid():
            return found.none()
        if "topic" in self.chosen:
            found = found.filter(topic=self.chosen["topic"])
        if "tag" in self.chosen:
            found = found.filter(tagged_items__tag=self.chosen["tag"])
        if "year" in self.chosen:
            found = found.filter(date__year=self.chosen["year"])
        if "month" in self.chosen:
            found = found.filter(date__month=self.chosen["month"])
        return found

    @cached_property
    def page(self):
        """The page of the list that was asked for; a wrong number gives the first or the last."""
        return Paginator(self.news.for_cards(), PER_PAGE).get_page(self.data.get("page"))

    @cached_property
    def query(self):
        """The valid filters as a query string without the page number."""
        return self._query()

    def _query(self, without=None):
        pairs = [(name, getattr(value, "slug", value)) for name, value in self.chosen.items() if name != without]
        return urlencode(pairs)

    @cached_property
    def chips(self):
        """The chosen filters in words, each with the address of the list without it."""
        said = {**self.chosen, "month": MONTHS.get(self.chosen.get("month"))}
        return [(str(said[name]), f"?{self._query(without=name)}") for name in self.chosen]

    @cached_property
    def feed_address(self):
        """The feed of exactly this list."""
        address = self.index.get_url() + "rss/"
        return f"{address}?{self.query}" if self.query else address
