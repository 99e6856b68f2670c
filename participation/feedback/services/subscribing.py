"""Subscribing to summaries: asked by a form, confirmed by a button, left by one click."""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.utils import timezone

from core.models import MailAddress
from participation.feedback import mail
from participation.feedback.models import Subscription

SALT = "feedback.subscription"
MAX_TOKEN = 200
UNCONFIRMED = timedelta(days=7)


@transaction.atomic
def ask_to_subscribe(email, *, language="uk", now=None):
    """Write to `email` and ask whether the wish is its owner's. A confirmed address gets nothing; the page tells no difference."""
    now = now or timezone.now()
    found, _created = Subscription.objects.get_or_create(
        email=email.lower(), defaults={"language": language, "created_at": now}
    )
    if found.confirmed_at is None:
        mail.ask_subscriber(found, token_of(found), timezone.localdate(now))
    return found


def confirm_subscription(subscription, *, now=None):
    """Write that the owner of the address pressed the button; confirming twice changes nothing."""
    waiting = Subscription.objects.filter(pk=subscription.pk, confirmed_at__isnull=True)
    return bool(waiting.update(confirmed_at=now or timezone.now()))


def unsubscribe(subscription):
    """Forget the address."""
    subscription.delete()


def token_of(subscription):
    """The signed part of the addresses in letters."""
    return signing.dumps(str(subscription.key), salt=SALT)


def subscription_of(token):
    """The subscription behind a token, or None: forged, forgotten, or left already."""
    try:
        key = signing.loads(token[:MAX_TOKEN], salt=SALT)
    except signing.BadSignature:
        return None
    return Subscription.objects.filter(key=key).first()


def forget_unconfirmed(now=None):
    """Delete addresses that nobody confirmed within a week; returns how many."""
    oldest = (now or timezone.now()) - UNCONFIRMED
    return Subscription.objects.filter(confirmed_at__isnull=True, created_at__lt=oldest).delete()[0]


def write_subscribers(summary):
    """Write every confirmed subscriber that `summary` is published, but not those who called our letters spam."""
    angry = MailAddress.objects.filter(complained_at__isnull=False).values("email")
    found = Subscription.objects.filter(confirmed_at__isnull=False).exclude(email__in=angry)
    for language in found.order_by("language").values_list("language", flat=True).distinct():
        people = {row.email: token_of(row) for row in found.filter(language=language)}
        mail.tell_subscribers(summary, people, language)
