"""Who may enter the rooms of staff, and that staff enter with a second factor."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from . import second_factor

PUBLIC_IN_ADMIN = {
    "staff_sign_in",
    "staff_sign_out",
    "superuser_sign_in",
    "superuser_sign_out",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
}
WHILE_SETTING_UP = {
    "accounts:second_factor",
    "account_reauthenticate",
    "account_logout",
    "account_email",
    "account_email_verification_sent",
    "account_confirm_email",
    "staff_sign_out",
}
WHILE_PROVING = {
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "account_logout",
    "staff_sign_out",
}


def second_factor_for_staff(get_response):
    """Send staff without a second factor to set one up, and staff who have one to show it."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, args, kwargs):
        if not second_factor.is_required(request.user) or second_factor.has_passed(request):
            return None
        here = request.resolver_match.view_name or ""
        types = set(second_factor.factors_of(request.user).values_list("type", flat=True))
        if types:
            proof = "mfa_reauthenticate" if "totp" in types else "mfa_reauthenticate_webauthn"
            return None if here in WHILE_PROVING else _turn(request, proof)
        return None if here in WHILE_SETTING_UP or here.startswith("mfa_") else _turn(request, "accounts:second_factor")

    middleware.process_view = process_view
    return middleware


def staff_rooms(get_response):
    """Tell a signed-in person plainly that a room of staff is not theirs, instead of asking them to sign in again."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, args, kwargs):
        if not request.user.is_authenticated or request.resolver_match.view_name in PUBLIC_IN_ADMIN:
            return None
        if _is_in(request, "wagtailadmin_home") and not request.user.has_perm("wagtailadmin.access_admin"):
            return staff_only(request)
        if _is_in(request, "admin:index") and not request.user.is_superuser:
            return staff_only(request)
        return None

    middleware.process_view = process_view
    return middleware


def staff_only(request):
    """Answer 403 with a page in plain words."""
    return render(request, "accounts/staff_only.html", status=403)


def _is_in(request, name):
    return request.path.startswith(reverse(name))


def _turn(request, name):
    """Redirect to the page called `name` and back here afterwards; a script is told 403 instead of being sent a page."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return HttpResponse(_("Confirm that it is you with the second factor, then repeat."), status=403)
    back = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("wagtailadmin_home")
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': back})}")
