"""The newest public requests as RSS."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.translation import gettext as _

from core.text import clean_text
from participation.inquiries.models import InformationRequest

ITEMS = 30


class RegisterFeed(Feed):
    """Public titles and answers, newest first."""

    item_guid_is_permalink = False

    def title(self):
        """Name of the register."""
        return _("Register of public-information requests")

    def description(self):
        """What is in it."""
        return _("Requests and answers as prepared for the public, without names.")

    def link(self):
        """The register."""
        return reverse("inquiries:register")

    def items(self):
        """The newest requests."""
        return InformationRequest.objects.in_public_register().order_by("-received_at", "-pk")[:ITEMS]

    def item_title(self, item):
        """Number and public title."""
        return clean_text(f"{item.number}: {item.public_title}", single_line=True)

    def item_description(self, item):
        """The state, and the public edition of the question."""
        return clean_text(f"{item.get_state_display()}. {item.public_text}")

    def item_link(self, item):
        """Its page in the register."""
        return reverse("inquiries:detail", args=[item.number])

    def item_guid(self, item):
        """An identifier that survives a change of the address."""
        return f"{item.number}/{item.state}"

    def item_pubdate(self, item):
        """The day of the answer, else of the receipt."""
        return item.decided_at or item.received_at
