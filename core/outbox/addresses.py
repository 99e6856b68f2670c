"""What we know of an address: where it cannot be reached, and who complained."""

import re

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason, tracking
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from core.models import MailAddress

SOFTNESS_KEYS = ("event", "type", "bounceType", "bounce_type", "Type", "severity")
TEMPORARY_CODE = re.compile(r"4\d\d\b|4\.\d+\.\d+\b")
UNREACHABLE = (RejectReason.INVALID, RejectReason.BOUNCED)


def normal(address):
    """Return the address as it is kept in a letter: no spaces around, the domain in small letters."""
    local, at, domain = str(address or "").strip().rpartition("@")
    return f"{local}{at}{domain.lower()}"


def is_valid(address):
    """Tell whether the address has the shape of one."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def bounced(addresses):
    """Return {address in small letters: reason} for those of `addresses` that bounced."""
    keys = {address.lower() for address in addresses}
    found = MailAddress.objects.filter(email__in=keys, bounced_at__isnull=False)
    return {known.email: known.reason for known in found}


def is_reachable(address):
    """Tell whether a letter to this address has a chance: it looks like an address and did not bounce."""
    return is_valid(normal(address)) and not bounced([normal(address)])


def has_complained(address):
    """Tell whether the person called our letters spam: newsletters must stop, answers to a case must not."""
    return MailAddress.objects.filter(email=normal(address).lower(), complained_at__isnull=False).exists()


def why_not(address, known_bounces):
    """Return the reason not to write to this address, or an empty string."""
    if not is_valid(address):
        return _("This is not an e-mail address.")
    reason = known_bounces.get(address.lower())
    if reason is None:
        return ""
    return _("The address bounced: %(reason)s") % {"reason": reason or "–"}


def forgive(address):
    """Forget that the address bounced, because a person says that it works again."""
    MailAddress.objects.filter(email=normal(address).lower()).update(bounced_at=None, reason="")


def remember_event(sender, event: AnymailTrackingEvent, esp_name="", **kwargs):
    """Mark the address of a bounce or a complaint that the mail provider reports (through urls.py, which asks the secret)."""
    facts = facts_of(event)
    address = normal(event.recipient).lower()
    if facts and is_valid(address) and len(address) <= MailAddress._meta.get_field("email").max_length:
        MailAddress.objects.update_or_create(email=address, defaults=facts)


def facts_of(event):
    """Return the fields of MailAddress that an event changes; nothing for events that say nothing of the address."""
    at = event.timestamp or timezone.now()
    words = (event.description or event.mta_response or event.reject_reason or "").replace("\x00", "")
    if event.event_type == EventType.COMPLAINED:
        return {"complained_at": at}
    if is_temporary(event, words):
        return {}
    rejected = event.event_type == EventType.REJECTED and event.reject_reason in UNREACHABLE
    if event.event_type == EventType.BOUNCED or rejected:
        return {"bounced_at": at, "reason": words[: MailAddress._meta.get_field("reason").max_length]}
    return {}


def is_temporary(event, words):
    """Tell whether the bounce may pass: a full mailbox, a busy server. Providers say it in a word or by a code 4xx or 4.x.x."""
    told = event.esp_event if isinstance(event.esp_event, dict) else {}
    kinds = {str(told.get(key, "")).lower() for key in SOFTNESS_KEYS}
    return any("soft" in kind or "transient" in kind for kind in kinds) or bool(TEMPORARY_CODE.match(words.strip()))


def connect():
    """Listen to the mail provider's webhooks; called from `AppConfig.ready()`."""
    tracking.connect(remember_event, dispatch_uid="outbox-addresses")
