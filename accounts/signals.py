"""What follows from the events of sign-in."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import email_confirmed
from allauth.mfa.signals import authenticator_added
from django.utils import timezone

from .models import User, VerificationLevel
from .second_factor import FACTORS


def connect():
    """Listen; may be called again without effect."""
    email_confirmed.connect(remember_confirmed_email, dispatch_uid="accounts.email")
    authenticator_added.connect(remember_second_factor, dispatch_uid="accounts.second_factor")


def remember_confirmed_email(sender, email_address, **kwargs):
    """A confirmed e-mail lifts a resident to the first level; a check at the desk stays what it is."""
    User.objects.filter(pk=email_address.user_id, verification=VerificationLevel.NONE).update(
        verification=VerificationLevel.EMAIL, verified_at=timezone.now()
    )


def remember_second_factor(sender, request, user, authenticator, **kwargs):
    """Whoever has just set up a factor has shown it: its code or key was asked for on the way."""
    if authenticator.type in FACTORS:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
