"""The hub of participation is offered the guide that explains the steps of the scale, while an editor keeps one published."""

from django.apps import apps
from django.utils.translation import get_language

from core import links

PLACE = "participation.hub"


def register():
    """Offer the guide to the hub."""
    links.offer(PLACE, guides)


def guides(request):
    """The published guide in the reader's language whose parts stand on the scale: one link or none, in one question."""
    parts = apps.get_model("cms.GuidePartPage").objects.live().public().exclude(level="")
    language = (get_language() or "uk").split("-")[0]
    part = parts.filter(locale__language_code=language).order_by("path").first()
    guide = part.get_parent() if part else None
    return [{"label": guide.title, "url": guide.get_url(request)}] if guide and guide.live else []
