"""Links that show a draft to somebody without an account: signed, ending by themselves, taken back at any moment."""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.models import PreviewLink
from core import audit

SALT = "cms.drafts"
LONGEST = timedelta(days=30)
MAX_TOKEN = 200
KEEP_CLOSED = timedelta(days=365)

audit.declare("cms.draft_shown", _("Give a look at a draft"), _("Made a link to the draft"))
audit.declare("cms.draft_closed", _("Take back a look at a draft"), _("Closed a link to the draft"))


@transaction.atomic
def give(page, *, actor, days, note=""):
    """Make a link to the draft of `page` that works for 1 to 30 `days`; returns the PreviewLink."""
    lasts = min(max(timedelta(days=days), timedelta(days=1)), LONGEST)
    now = timezone.now()
    link = PreviewLink.objects.create(page_id=page.pk, made_by=actor, made_at=now, expires_at=now + lasts, note=note)
    audit.record(page, "cms.draft_shown", user=actor, data={"link": link.pk, "days": lasts.days})
    return link


@transaction.atomic
def take_back(link, *, actor):
    """Close a link; closing a closed one changes nothing."""
    if PreviewLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=timezone.now()):
        audit.record(link.page, "cms.draft_closed", user=actor, data={"link": link.pk})


def token_of(link):
    """The signed part of the address."""
    return signing.dumps(link.pk, salt=SALT)


def open_token(token):
    """The working link behind a token, or None: forged, ended, taken back. Counts nothing."""
    try:
        key = signing.loads(token[:MAX_TOKEN], salt=SALT, max_age=LONGEST)
    except signing.BadSignature:
        return None
    known = PreviewLink.objects.working().select_related("page")
    return known.filter(pk=key).first() if isinstance(key, int) else None


def count_use(link):
    """Write that the link was opened once more."""
    PreviewLink.objects.filter(pk=link.pk).update(uses=F("uses") + 1, last_used_at=timezone.now())


def covered(link):
    """The page of the link and all pages below it that have something unpublished, in the order of the tree."""
    below = Page.objects.descendant_of(link.page).filter(has_unpublished_changes=True)
    return [link.page, *below.order_by("path")]


def page_under(link, pk):
    """The page `pk` if the link covers it, or None."""
    return Page.objects.descendant_of(link.page, inclusive=True).filter(pk=min(pk, 2**63 - 1)).first()


def forget_closed(now):
    """Delete links that stopped working a year ago; returns how many."""
    return PreviewLink.objects.filter(expires_at__lt=now - KEEP_CLOSED).delete()[0]
