"""The account's own share of "my data"."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db.models import Q
from django.utils import timezone
from wagtail.users.models import UserProfile

from core.models import Letter, LetterState, MailAddress

from . import mydata
from .history import entries_about, nameless
from .models import VerificationLevel

ACCOUNT_LETTERS = Q(kind__startswith="accounts/")
FACTS = ["email", "name", "phone", "postal_address", "language", "date_joined", "last_login"]


def register():
    """Take part in "my data"."""
    mydata.register(mydata.ACCOUNT, export=export, erase=erase)


def export(user):
    """Return what the account itself holds."""
    addresses = EmailAddress.objects.filter(user=user).values("email", "verified", "primary")
    factors = Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")
    letters = Letter.objects.filter(recipient__iexact=user.email).order_by("created_at")
    return {
        **{fact: getattr(user, fact) for fact in FACTS},
        "settlement": str(user.settlement or ""),
        "verification": user.get_verification_display(),
        "verified_at": user.verified_at,
        "email_addresses": list(addresses),
        "second_factors": list(factors),
        "history": [{"at": entry.timestamp, "action": entry.action} for entry in entries_about(user)],
        "letters": list(letters.values("created_at", "subject", "state")),
    }


def erase(user):
    """Empty the account: nobody can sign in to it and nothing in it tells whose it was."""
    empty_letters(user)
    MailAddress.objects.filter(email__iexact=user.email).delete()
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    UserProfile.objects.filter(user=user).delete()
    entries_about(user).update(label=str(nameless(user)))
    empty_row(user)


def empty_row(user):
    """Leave of the row only its number."""
    user.email = f"erased-{user.pk}@invalid"
    user.name = user.phone = user.postal_address = user.position = ""
    user.settlement = user.unit = user.verified_at = user.verified_by = user.last_login = None
    user.verification = VerificationLevel.NONE
    user.is_active = False
    user.anonymised_at = timezone.now()
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    user.user_permissions.clear()


def empty_letters(user):
    """Delete letters about the account and empty those that were sent; what the law still owes the applicant goes out."""
    to_them = Letter.objects.filter(recipient__iexact=user.email)
    to_them.filter(ACCOUNT_LETTERS).delete()
    gone = to_them.filter(state__in=[LetterState.SENT, LetterState.FAILED, LetterState.CANCELLED])
    gone.update(recipient=f"erased-{user.pk}@invalid", subject="", text="", html="", last_error="", headers={})
