"""Secrets of second factors are kept encrypted, so that a stolen copy of the database does not open accounts."""

import hashlib
from base64 import b32encode, urlsafe_b64encode
from secrets import token_bytes

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

PURPOSE = b"accounts.second-factor:"


def encrypt(text):
    """Return `text` sealed with a key made of SECRET_KEY."""
    return _box().encrypt(text.encode()).decode()


def decrypt(sealed):
    """Return what was sealed with SECRET_KEY or one of SECRET_KEY_FALLBACKS.

    When no key fits (the key was lost), a fresh random secret is returned: no code ever fits it, and nobody gets an error 500.
    """
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return b32encode(token_bytes(20)).decode()


def _box():
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(urlsafe_b64encode(hashlib.sha256(PURPOSE + key.encode()).digest())) for key in keys])
