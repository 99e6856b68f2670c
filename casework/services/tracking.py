"""The number and the secret code by which a person without an account follows a case."""

import hashlib
import hmac
import secrets
import unicodedata

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac

from casework.models import Case

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0, 1, I and O, which people misread
CODE_LENGTH = 12  # 60 bits
LATIN_LOOK_ALIKES = str.maketrans("АВСЕНКМРТХУ", "ABCEHKMPTXY")  # what a Ukrainian keyboard gives for a Latin code
CYRILLIC_LOOK_ALIKES = str.maketrans("ABCEHIKMOPTXY", "АВСЕНІКМОРТХУ")  # and the reverse for the number's prefix
LINK_SALT = "casework.tracking"


def make_code(idempotency_key):
    """Derive the secret code of the case with this key, so that a repeated submission shows the same receipt."""
    digest = salted_hmac(LINK_SALT, idempotency_key, algorithm="sha256").digest()
    return "".join(ALPHABET[byte % 32] for byte in digest[:CODE_LENGTH])


def format_code(code):
    """Print a code in groups of four."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def tracking_code(case):
    """The code to print for `case`; nothing once the site's key has changed (the old slip and links still work)."""
    code = make_code(case.idempotency_key)
    return format_code(code) if matches(code, case.tracking_secret_hash) else ""


def hash_code(code):
    """Salted SHA-256 of a code; 60 random bits need no slow hash."""
    salt = secrets.token_hex(8)
    return f"{salt}${hashlib.sha256((salt + code).encode()).hexdigest()}"


def matches(code, stored):
    """Whether `code` is the one behind `stored`, in constant time."""
    salt, _dollar, digest = stored.partition("$")
    return hmac.compare_digest(hashlib.sha256((salt + code).encode()).hexdigest(), digest)


def normalise_code(typed):
    """Read a code as people type it: any case, spaces, dashes, Cyrillic look-alikes."""
    text = unicodedata.normalize("NFKC", typed).upper()
    return "".join(char for char in text.translate(LATIN_LOOK_ALIKES) if char in ALPHABET)


def normalise_number(typed):
    """Read a case number as people type it: any case, spaces, any dash."""
    text = "".join(unicodedata.normalize("NFKC", typed).upper().split()).translate(CYRILLIC_LOOK_ALIKES)
    return "".join("-" if unicodedata.category(char) == "Pd" else char for char in text)


NOBODY = hash_code("never a code")


def find_case(number, code):
    """Return the case with this number and secret code, or None: an unknown number costs and looks like a wrong code."""
    case = Case.objects.filter(number=normalise_number(number)).first()
    right = matches(normalise_code(code), case.tracking_secret_hash if case else NOBODY)
    return case if case and right else None


def tracking_token(case):
    """A signed token that opens the page of `case`; it never expires and opens nothing else."""
    return signing.dumps(case.idempotency_key, salt=LINK_SALT)


def case_by_token(token):
    """Return the case behind a token, or None."""
    try:
        key = signing.loads(token, salt=LINK_SALT)
    except signing.BadSignature:
        return None
    return Case.objects.filter(idempotency_key=key).first() if isinstance(key, str) else None


def tracking_link(case):
    """The absolute address that opens `case` for its applicant."""
    return settings.BASE_URL + reverse("casework:link", args=[tracking_token(case)])
