"""Helpers of the tests about people."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail

from tests.factories import PASSWORD, resident


@pytest.fixture
def letter_link(django_capture_on_commit_callbacks):
    """`letter_link()` returns the path of the first address of our site in the newest letter."""

    def find():
        return re.search(r"http://testserver(/\S*key\S*|/\S*confirm-email\S*)", mail.outbox[-1].body)[1]

    return find


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """`with committed():` runs what waits for the commit, letters above all."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def olena(db):
    """A resident with a confirmed address."""
    user = resident(email="olena@example.org", name="Олена Коваль", phone="+380 67 123 45 67")
    confirm(user)
    return user


def confirm(user):
    """Make the address of `user` a confirmed one, as a pressed link would."""
    return EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)


def sign_in(client, user, **more):
    """Sign in by the real form."""
    return client.post("/oblikovyi-zapys/login/", {"login": user.email, "password": PASSWORD, **more})


def add_totp(user):
    """Give `user` an application with codes; returns its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret):
    """The code that the application shows now."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))
