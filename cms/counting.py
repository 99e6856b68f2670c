"""Counting readings without knowing readers."""

import logging
import re

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F, Sum
from django.utils import timezone

from cms.models.views import DailyViews

logger = logging.getLogger(__name__)
ROBOTS = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|monitor|scan|facebookexternalhit|whatsapp|curl|wget|python|java/|go-http|okhttp",
    re.IGNORECASE,
)


def count_reading(page, request):
    """Add one reading of `page` today, unless a robot, a preview or a member of staff reads. Never raises."""
    if not is_reader(request) or page.pk is None:
        return
    try:
        add_reading(page.pk, timezone.localdate())
    except DatabaseError:
        logger.warning("A reading of page %s was not counted.", page.pk, exc_info=True)


def add_reading(page_id, day):
    """Add one to the number of this page and day; safe when many readers come at once."""
    with transaction.atomic():
        row = DailyViews.objects.filter(page_id=page_id, day=day)
        if row.update(count=F("count") + 1):
            return
        _found, created = DailyViews.objects.get_or_create(page_id=page_id, day=day, defaults={"count": 1})
        if not created:
            row.update(count=F("count") + 1)


def total(page):
    """All readings of `page` so far."""
    return DailyViews.objects.filter(page_id=page.pk).aggregate(total=Sum("count"))["total"] or 0


def is_reader(request):
    """True for a person's browser that asks for the page itself.

    Signed-in people are looked up only when the request carries a session, so that anonymous answers stay cacheable.
    """
    agent = request.headers.get("user-agent", "")
    if request.method != "GET" or getattr(request, "is_preview", False) or not agent or ROBOTS.search(agent):
        return False
    if "prefetch" in request.headers.get("sec-purpose", "") or request.headers.get("purpose") == "prefetch":
        return False
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return True
    return not request.user.has_perm("wagtailadmin.access_admin")
