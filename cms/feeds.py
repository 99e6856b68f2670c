"""The news feed (RSS 2.0)."""

from django.contrib.syndication.views import Feed
from django.utils.translation import get_language

from core.text import clean_text

ITEMS = 30


class NewsFeed(Feed):
    """The newest news of one index, filtered as the list is."""

    def __init__(self, index, listing):
        """`index` is the NewsIndexPage, `listing` its NewsListing."""
        self.index = index
        self.listing = listing
        self.language = get_language()

    def title(self):
        """Name of the index and of the filters."""
        chosen = [clean_text(str(value)) for value in self.listing.chosen.values()]
        return " · ".join([clean_text(self.index.title), *chosen])

    def description(self):
        """The lead of the index."""
        return clean_text(self.index.lead or self.index.title)

    def link(self):
        """The list that the feed repeats."""
        return self.index.get_url() + (f"?{self.listing.query}" if self.listing.query else "")

    def feed_url(self):
        """The feed itself."""
        return self.listing.feed_address

    def items(self):
        """The newest news."""
        return self.listing.news.for_cards()[:ITEMS]

    def item_title(self, item):
        """The title without characters that XML cannot hold."""
        return clean_text(item.title)

    def item_description(self, item):
        """The lead."""
        return clean_text(item.lead)

    def item_link(self, item):
        """The page."""
        return item.get_url()

    def item_guid(self, item):
        """An identifier that survives a change of the address."""
        return f"{item.translation_key}-{item.locale_id}"

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        """The date that readers see."""
        return item.date

    def item_updateddate(self, item):
        """The last publication."""
        return item.last_published_at or item.date

    def item_categories(self, item):
        """The topic."""
        return [clean_text(str(item.topic))] if item.topic else []
