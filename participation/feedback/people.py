"""What the room holds of a person: a subscription by address, and words that the person was asked to let us quote."""

from participation.feedback.enums import Consent
from participation.feedback.models import Quote, Subscription


def export(user):
    """The subscription of the account's address and the quotes of the person's cases."""
    subscribed = Subscription.objects.filter(email=user.email.lower()).values("created_at", "confirmed_at")
    quotes = Quote.objects.filter(case__submitter=user).values("text", "consent", "asked_at", "answered_at")
    return {"subscriptions": list(subscribed), "quotes": list(quotes)}


def erase(user):
    """Forget the address, and the words that the person did not agree to show; agreed ones stand without a name anyway."""
    Subscription.objects.filter(email=user.email.lower()).delete()
    Quote.objects.filter(case__submitter=user).exclude(consent=Consent.GIVEN).delete()
