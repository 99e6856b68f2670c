"""The feed of summaries."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.translation import gettext as _

from core.text import clean_text
from participation.feedback.models import Summary


class SummaryFeed(Feed):
    """The twenty newest published summaries (RSS)."""

    def title(self):
        """The feed's name."""
        return _("Summarised feedback: you said, we did")

    def link(self):
        """The page behind the feed."""
        return reverse("feedback:list")

    def description(self):
        """What the feed brings."""
        return _("What residents said, what was decided and why.")

    def items(self):
        """The newest twenty."""
        return Summary.objects.published()[:20]

    def item_title(self, item):
        """The summary's title without characters that XML cannot hold."""
        return clean_text(item.title, single_line=True)

    def item_description(self, item):
        """The summary in short."""
        return clean_text(item.lead)

    def item_link(self, item):
        """Its page."""
        return reverse("feedback:detail", args=[item.slug])

    item_guid_is_permalink = False

    def item_guid(self, item):
        """A name that a corrected version does not share, so that readers of the feed see the correction."""
        return f"{item.series}-{item.version}"

    def item_pubdate(self, item):
        """When it was published."""
        return item.published_at
