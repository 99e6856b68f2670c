"""The register of documents as a reader asked for it: filters, words, one page, the feed, open data."""

import json
from datetime import date

from django import forms
from django.contrib.syndication.views import Feed
from django.db.models.functions import ExtractYear
from django.http import StreamingHttpResponse
from django.utils.dateformat import format as format_date
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from core.exports import stream_csv
from core.query import PageField, QueryForm, SearchField, paginate
from core.text import clean_text

PER_PAGE = 20
FEED_ITEMS = 30
CHUNK = 500
EARLIEST, LATEST = 1991, 2100
NOT_IN_LISTS = ("body", "search_text")


def requisites(page):
    """“Decision No 12 of 3 March 2026”; a draft has only its kind."""
    words = {"kind": str(page.kind), "number": page.number}
    if page.number and page.adopted_on:
        words["day"] = format_date(page.adopted_on, "j E Y")
        return _("%(kind)s No %(number)s of %(day)s") % words
    return _("%(kind)s No %(number)s") % words if page.number else words["kind"]


class DocumentQuery(QueryForm):
    """Words, kind, body, status, year."""

    q = SearchField(label=gettext_lazy("Number or words of the title"))
    kind = forms.ModelChoiceField(
        None, to_field_name="slug", required=False, label=gettext_lazy("Kind"), empty_label=gettext_lazy("All")
    )
    body = forms.ModelChoiceField(
        None, to_field_name="slug", required=False, label=gettext_lazy("Adopted by"), empty_label=gettext_lazy("All")
    )
    status = forms.ChoiceField(label=pgettext_lazy("document", "Status"), required=False)
    year = forms.TypedChoiceField(coerce=int, required=False, empty_value=None, label=gettext_lazy("Year"))
    page = PageField(widget=forms.HiddenInput)

    def __init__(self, *args, choices, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = choices["kind"]
        self.fields["body"].queryset = choices["body"]
        self.fields["status"].choices = [("", _("All")), *choices["status"]]
        self.fields["year"].choices = [("", _("All")), *((year, str(year)) for year in years)]


class DocumentListing:
    """What the list, the feed and the exports print."""

    def __init__(self, index, rows, choices, data):
        """`index` is the register's page, `rows` its sorted documents, `choices` what filters offer, `data` the query string."""
        self.index = index
        self.rows = rows
        self.form = DocumentQuery.read(data, choices=choices, years=self._years())

    def _years(self):
        years = self.rows.order_by().annotate(year=ExtractYear("adopted_on")).values_list("year", flat=True).distinct()
        return sorted((year for year in years if year and EARLIEST <= year <= LATEST), reverse=True)

    @cached_property
    def found(self):
        """The filtered documents, newest first."""
        asked = self.form.values
        rows = self.rows.found_by(asked["q"])
        for name, field in (
            ("kind", "kind"),
            ("body", "adopted_by"),
            ("status", "status"),
            ("year", "adopted_on__year"),
        ):
            if asked[name]:
                rows = rows.filter(**{field: asked[name]})
        return rows

    def with_facts(self, rows):
        """Everything that a line prints, without long texts, in a constant number of queries."""
        return rows.select_related("kind", "adopted_by").defer(*NOT_IN_LISTS)

    @cached_property
    def page(self):
        """The page of the list that was asked for."""
        return paginate(self.with_facts(self.found), self.form, PER_PAGE)

    @cached_property
    def chosen(self):
        """The filters that were given, by name, without the page."""
        return {name: value for name, value in self.form.chosen.items() if name != "page"}

    @cached_property
    def query(self):
        """The filters as `?…`, or nothing."""
        pairs = [(name, getattr(value, "slug", value)) for name, value in self.chosen.items()]
        return f"?{urlencode(pairs)}" if pairs else ""


class DocumentFeed(Feed):
    """The newest documents, filtered as the list is (RSS 2.0)."""

    def __init__(self, index, listing):
        """`index` is the register's page, `listing` its DocumentListing."""
        self.index = index
        self.listing = listing
        self.language = get_language()

    def title(self):
        """Name of the register and of the filters."""
        labels = dict(self.listing.form.fields["status"].choices)
        chosen = [clean_text(str(labels.get(value, value))) for value in self.listing.chosen.values()]
        return " · ".join([clean_text(self.index.title), *chosen])

    def description(self):
        """The lead of the register."""
        return clean_text(self.index.lead or self.index.title)

    def link(self):
        """The list that the feed repeats."""
        return self.index.get_url() + self.listing.query

    def feed_url(self):
        """The feed itself."""
        return f"{self.index.get_url()}rss/{self.listing.query}"

    def items(self):
        """The newest documents."""
        return self.listing.with_facts(self.listing.found)[:FEED_ITEMS]

    def item_title(self, item):
        """Requisites and title."""
        return clean_text(f"{item.requisites}. {item.title}", single_line=True)

    def item_description(self, item):
        """The status, and what it is about."""
        return clean_text(f"{item.get_status_display()}. {item.lead}")

    def item_link(self, item):
        """The page."""
        return item.get_url()

    item_guid_is_permalink = False

    def item_guid(self, item):
        """An identifier that survives a change of the address and tells a change of the status."""
        return f"{item.translation_key}-{item.locale_id}-{item.status}"

    def item_pubdate(self, item):
        """The first publication on the site."""
        return item.first_published_at

    def item_categories(self, item):
        """The kind."""
        return [clean_text(str(item.kind))]


def exported(listing):
    """The rows of an export as dicts, read in pieces."""
    base = listing.index.full_url
    for page in listing.with_facts(listing.found).iterator(chunk_size=CHUNK):
        yield {
            "kind": str(page.kind),
            "number": page.number,
            "date": page.adopted_on,
            "adopted_by": str(page.adopted_by),
            "title": page.title,
            "status": page.status,
            "status_label": str(page.get_status_display()),
            "in_force_from": page.in_force_from,
            "valid_until": page.valid_until,
            "url": f"{base}{page.slug}/",
        }


def header():
    """The columns of the table for people, by key."""
    return {
        "kind": _("Kind"),
        "number": _("Number"),
        "date": _("Date"),
        "adopted_by": _("Adopted by"),
        "title": _("Title"),
        "status_label": pgettext("document", "Status"),
        "in_force_from": _("In force from"),
        "valid_until": _("Valid until"),
        "url": _("Address"),
    }


def as_csv(listing):
    """The filtered documents as CSV."""
    columns = header()
    return stream_csv("dokumenty", columns.values(), ([row[key] for key in columns] for row in exported(listing)))


def as_json(listing):
    """The filtered documents as JSON with stable keys; dates in ISO 8601."""

    def pieces():
        yield '{"documents": ['
        for number, row in enumerate(exported(listing)):
            values = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
            yield (",\n" if number else "\n") + json.dumps(values, ensure_ascii=False)
        yield "\n]}\n"

    response = StreamingHttpResponse(pieces(), content_type="application/json; charset=utf-8")
    response["X-Content-Type-Options"] = "nosniff"
    return response
