"""Who is the same person, told without keeping a date of birth.

A key is HMAC-SHA-256 of the folded name and the date of birth under a pepper made of SECRET_KEY: without the server's
secret nobody can find a person in a stolen copy of the database by trying names and dates.
"""

import hashlib
import hmac
import re

from django.conf import settings

from core.text import fold

PURPOSE = b"participation.sheets:"
LOOKALIKES = str.maketrans("aceiopxy", "асеіорху")  # Latin letters that an operator types without noticing
_CYRILLIC = re.compile(r"[а-яєіїґ]")
_APART = re.compile(r"[\s\-‐‑‒–—.,]+")
_PATRONYMIC = re.compile(r"(ич|іч|івна|ївна|овна|евна)$")
FULL_NAME = 3


def folded_name(name):
    """The words of a name in one spelling and in one order: surname first or last, with a patronymic or without.

    People write the patronymic on paper and leave it out on the site, so it is dropped from names of three words and more.
    Neither order begins with it, and what follows it may be a surname that looks like one: «Марія Іллівна Кузьмич».
    """
    words = [_spelled(word) for word in _APART.split(fold(name).replace("ё", "е")) if word]
    if len(words) >= FULL_NAME:
        patronymic = next((place for place, word in enumerate(words) if place and _PATRONYMIC.search(word)), None)
        words = [word for place, word in enumerate(words) if place != patronymic]
    return " ".join(sorted(words))


def _spelled(word):
    """A word with some Cyrillic letters is all Cyrillic."""
    return word.translate(LOOKALIKES) if _CYRILLIC.search(word) else word


def person_keys(*, name="", birth_date=None, user=None, place=""):
    """The keys of a person under the present secret (first) and the older ones.

    With a date of birth the key is of name and date; a person with an account and no date is the account; otherwise the
    name and the `place` must do.
    """
    if birth_date:
        subject = f"born\0{folded_name(name)}\0{birth_date:%Y-%m-%d}"
    elif user is not None:
        subject = f"user\0{user.pk}"
    else:
        subject = f"name\0{folded_name(name)}\0{fold(place)}"
    return _under_every_secret(subject)


def name_keys(name):
    """The keys of the name alone, by which a possible repeat is found when one of the two gave no date of birth."""
    return _under_every_secret(f"only\0{folded_name(name)}")


def _under_every_secret(subject):
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [_hmac(secret, subject) for secret in secrets]


def _hmac(secret, subject):
    pepper = hashlib.sha256(PURPOSE + secret.encode()).digest()
    return hmac.new(pepper, subject.encode(), hashlib.sha256).hexdigest()
