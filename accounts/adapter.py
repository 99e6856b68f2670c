"""How sign-in behaves here."""

import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from core.limits import client_address

from . import sealing, second_factor
from .letters import write_letter
from .models import User


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail; letters in the reader's language."""

    def get_login_redirect_url(self, request):
        """Staff go to their desk, residents to their cabinet in their language."""
        if request.user.is_official_staff:
            return reverse("wagtailadmin_home")
        with translation.override(request.user.language):
            return reverse("accounts:cabinet")

    def new_user(self, request):
        """A new resident reads the language in which they signed up."""
        user = super().new_user(request)
        user.language = translation.get_language() or settings.LANGUAGE_CODE
        return user

    def is_reauthentication_required(self, *, app, **kwargs):
        """Do not ask for the password again right after it was given."""
        if not super().is_reauthentication_required(app=app, **kwargs):
            return False
        records = get_authentication_records(current.request, current.request.user)
        last = max((record.get("at", 0) for record in records), default=0)
        return time.time() - last > app_settings.REAUTHENTICATION_TIMEOUT

    def get_client_ip(self, request):
        """The sender's address as the house counts it, behind proxies too."""
        return client_address(request)

    def send_mail(self, template_prefix, email, context):
        """Write the letter named `template_prefix` in the language of its reader."""
        user = context.get("user") or User.objects.filter(email__iexact=email).first()
        language = user.language if user else translation.get_language()
        write_letter(template_prefix, email, {**context, "email": email}, language=language)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors: sealed secrets, and staff keep at least one."""

    def encrypt(self, text):
        """Seal a secret before it is stored."""
        return sealing.encrypt(text)

    def decrypt(self, encrypted_text):
        """Open a stored secret."""
        return sealing.decrypt(encrypted_text)

    def can_delete_authenticator(self, authenticator):
        """Whoever must have a second factor keeps the last one."""
        others = second_factor.factors_of(authenticator.user).exclude(pk=authenticator.pk)
        return not second_factor.is_required(authenticator.user) or others.exists()
