"""Letters to those who gave a voice."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core import outbox
from participation.sheets.enums import VoiceChannel


def declare_letters():
    """Declare the letter of thanks."""
    outbox.declare(
        "sheets/thanks", label=_("Thanks for a voice and how to take it back"), context=("collection", "link", "until")
    )


def thank(record):
    """Thank whoever gave a voice on the site and tell how to take it back; paper leaves no address."""
    user, collection = record.user, record.collection
    if user is None or record.channel != VoiceChannel.WEB or not user.email:
        return
    with translation.override(user.language):
        link = settings.BASE_URL + reverse("sheets:collection", args=[collection.pk])
    outbox.write(
        "sheets/thanks",
        event=f"voice:{record.pk}",
        recipient=user.email,
        context={"collection": collection, "link": link, "until": collection.closes_on},
        language=user.language,
    )
