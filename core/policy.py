"""The content security policy: strict on the public site, loosened under the staff's addresses by what Wagtail needs."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.urls import NoReverseMatch, reverse

# What Wagtail's screens need beyond the public policy: widgets start themselves by inline scripts, the editor sets inline
# styles, a freshly chosen picture is shown from memory. Django's own admin needs the styles only.
WAGTAIL_ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}
DJANGO_ADMIN_POLICY = {"style-src": [SELF, UNSAFE_INLINE]}


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The policy of the settings everywhere; `'unsafe-inline'` only under the addresses of staff screens."""

    def get_policy_parts(self, request, response, report_only=False):
        """Give django-csp what the policy of this address replaces; a view's own `csp_replace` wins."""
        parts = super().get_policy_parts(request, response, report_only)
        parts.replace = {**staff_policy(request.path_info), **(parts.replace or {})}
        return parts


def staff_policy(path):
    """The directives that differ under `path`; none on the public site."""
    if is_under(path, "wagtailadmin_home"):
        return WAGTAIL_ADMIN_POLICY
    return DJANGO_ADMIN_POLICY if is_under(path, "admin:index") else {}


def is_staff_address(path):
    """Does the address belong to the staff's screens?"""
    return is_under(path, "wagtailadmin_home") or is_under(path, "admin:index")


def is_under(path, name):
    """Does `path` begin with the address of that name?"""
    try:
        return path.startswith(reverse(name))
    except NoReverseMatch:
        return False
