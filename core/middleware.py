"""Middleware: the content security policy, and a polite answer to hostile input."""

import re

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.urls import reverse
from django.utils.translation import gettext as _

from core.query import clean_search
from core.refusals import refuse

MAX_PATH = 2048  # characters
MAX_QUERY_STRING = 8192  # bytes
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
SEARCH_PARAMETERS = ("q", "query")
UNREADABLE = (
    MultiPartParserError,
    BadRequest,
    SuspiciousOperation,
    UnreadablePostError,
    UnicodeError,
    ValueError,
    LookupError,
)

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

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
    if path.startswith(reverse("wagtailadmin_home")):
        return WAGTAIL_ADMIN_POLICY
    return DJANGO_ADMIN_POLICY if path.startswith(reverse("admin:index")) else {}


content_security_policy = ContentSecurityPolicyMiddleware


def hostile_input(get_response):
    """Refuse in plain words (400, 413, 414) what no page can read; clean what only looks dangerous.

    Stands first, so that everything after it meets readable input: no NUL (PostgreSQL stores none), no broken form data,
    no alien encodings, no search words that break a search backend.
    """

    def middleware(request):
        fault = address_fault(request) or body_fault(request)
        if fault:
            return refuse(request, *fault)
        clean_cookies(request)
        clean_query(request)
        return get_response(request)

    middleware.process_exception = answer_too_large
    return middleware


def answer_too_large(request, exception):
    """Answer 413 to a body that a view found larger than DATA_UPLOAD_MAX_MEMORY_SIZE; leave everything else alone."""
    return refuse(request, 413, too_large_words()) if isinstance(exception, RequestDataTooBig) else None


def too_large_words():
    """What to tell a person whose letter does not fit."""
    return _("You sent more than this site can take at once. Send fewer or smaller files, or a shorter text.")


def address_fault(request):
    """What is wrong with the address and headers: (status, words) or None."""
    try:
        request.get_host()
    except SuspiciousOperation:
        return 400, _("This site has another name. Check the address.")
    if len(request.path_info) > MAX_PATH or len(request.META.get("QUERY_STRING", "")) > MAX_QUERY_STRING:
        return 414, _("The address is too long. Go to the front page and find what you need from there.")
    if _CONTROL.search(request.path_info):
        return 400, _("The address contains signs that no page has. Check it or go to the front page.")
    return None


def body_fault(request):
    """Read the form data here, where what is broken can be told; (status, words) or None."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        return 400, _("The request was damaged on its way. Go back and send it again.")
    if int(length[:20]) > settings.REQUEST_MAX_BYTES:
        return 413, too_large_words()
    if request.encoding and request.encoding.lower() != "utf-8":
        request.encoding = "utf-8"
    if request.method != "POST" or request.content_type not in FORM_TYPES:
        return None
    try:
        clean_post(request)
    except RequestDataTooBig:
        return 413, too_large_words()
    except UNREADABLE:
        return 400, _("The request was damaged on its way. Go back and send it again.")
    return None


def clean_post(request):
    """Take NUL out of what was posted."""
    if any("\0" in text for name, values in request.POST.lists() for text in (name, *values)):
        request.POST = without_nul(request.POST)


def clean_cookies(request):
    """Forget cookies with control characters: a quoted cookie can smuggle NUL into a database lookup."""
    for name in [name for name, value in request.COOKIES.items() if _CONTROL.search(name + value)]:
        del request.COOKIES[name]


def clean_query(request):
    """Take NUL out of the query string, and out of search words what crashes search backends."""
    query = without_nul(request.GET) if "%00" in request.META.get("QUERY_STRING", "") else request.GET
    searched = [name for name in SEARCH_PARAMETERS if name in query]
    if searched and is_staff_address(request.path_info):
        query = query.copy()
        for name in searched:
            query[name] = clean_search(query[name])
        query._mutable = False
    request.GET = query


def is_staff_address(path):
    """Is this one of the staff's screens, whose search boxes are not ours?"""
    return path.startswith((reverse("wagtailadmin_home"), reverse("admin:index")))


def without_nul(data):
    """An unchangeable copy of a QueryDict without NUL in names and values."""
    clean = data.copy()
    clean.clear()
    for name, values in data.lists():
        clean.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
    clean._mutable = False
    return clean
