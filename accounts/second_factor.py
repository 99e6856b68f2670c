"""Who must prove themselves twice, and whether they did in this session."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_required(user):
    """Whether `user` may not work here without a second factor: staff, when the setting says so."""
    return bool(
        settings.STAFF_SECOND_FACTOR_REQUIRED and user.is_authenticated and (user.is_official_staff or user.is_staff)
    )


def factors_of(user):
    """The authenticators of `user` that count: codes of an application and passkeys; recovery codes are no factor."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS)


def has_passed(request):
    """Whether a second factor was shown in this session by the very user who is signed in."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)
