"""The sign-in addresses of both admins lead to the one sign-in with the second factor.

They stand in `config.urls` before Wagtail's and Django's own, which know nothing of the second factor.
"""

from allauth.account.adapter import get_adapter
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import path, re_path, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache

from .middleware import staff_only
from .staff.own_account import own_account
from .staff.site_history import site_history, site_history_results


def safe_next(request, *, default):
    """Return the address to go to afterwards when it is ours, otherwise `default`."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else default


@never_cache
def sign_in(request, room="wagtailadmin_home"):
    """Lead to the sign-in; those who are signed in go on, or are told that the room is not theirs."""
    home = reverse(room)
    target = safe_next(request, default=home)
    if not request.user.is_authenticated:
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': target})}")
    may_enter = (
        request.user.is_superuser if room == "admin:index" else request.user.has_perm("wagtailadmin.access_admin")
    )
    if not may_enter:
        return staff_only(request)
    return HttpResponseRedirect(home if target.startswith(request.path) else target)


@never_cache
def sign_out(request):
    """Sign out on POST (the button of the admin); a mere visit only asks."""
    if request.method != "POST":
        return redirect("account_logout")
    get_adapter(request).logout(request)
    return redirect("account_login")


def forgotten_password(request):
    """Lead to the one way of resetting a password."""
    return redirect("account_reset_password")


def change_password(request):
    """Lead to the one way of changing a password."""
    return redirect("account_change_password")


urlpatterns = [
    path("admin/login/", sign_in, name="staff_sign_in"),
    path("admin/logout/", sign_out, name="staff_sign_out"),
    path("admin/account/", own_account, name="staff_account"),
    path("admin/reports/site-history/", site_history, name="guarded_site_history"),
    path("admin/reports/site-history/results/", site_history_results, name="guarded_site_history_results"),
    re_path(r"^admin/password_reset/", forgotten_password, name="staff_forgotten_password"),
    path("django-admin/login/", sign_in, {"room": "admin:index"}, name="superuser_sign_in"),
    path("django-admin/logout/", sign_out, name="superuser_sign_out"),
    re_path(r"^django-admin/password_change/", change_password, name="superuser_change_password"),
]
