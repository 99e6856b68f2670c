"""Middleware: a polite answer to hostile input. The content security policy is in `core.policy`."""

import logging
import re

from django.conf import settings
from django.core.exceptions import BadRequest, FieldError, RequestDataTooBig, SuspiciousOperation, ValidationError
from django.db import DataError
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.utils.translation import gettext as _

from core.policy import ContentSecurityPolicyMiddleware, is_staff_address
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

MISUNDERSTOOD = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    OverflowError,
    FieldError,
    ValidationError,
    DataError,
)
HOUSE_PACKAGES = {name.partition(".")[0] for name in settings.HOUSE_APPS}

log = logging.getLogger(__name__)

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ENDLESS_NUMBER = re.compile(r"\d{19}")

content_security_policy = ContentSecurityPolicyMiddleware


def hostile_input(get_response):
    """Refuse in plain words (400, 413, 414) what no page can read; clean what only looks dangerous.

    Stands first, so that everything after it meets readable input: no NUL (PostgreSQL stores none), no broken form data,
    no alien encodings, no search words that break a search backend.
    """

    def middleware(request):
        if fault := address_fault(request) or body_fault(request):
            return refuse(request, *fault)
        clean_cookies(request)
        return get_response(request)

    middleware.process_exception = answer_exception
    return middleware


def answer_exception(request, exception):
    """Answer 413 to a body larger than DATA_UPLOAD_MAX_MEMORY_SIZE, 400 where a foreign screen broke on its query string."""
    if isinstance(exception, RequestDataTooBig):
        return refuse(request, 413, too_large_words())
    if isinstance(exception, MISUNDERSTOOD) and is_asked_of_foreign_screen(request):
        log.exception("A screen of Wagtail broke on its query string: %s", request.path_info)
        return refuse(request, 400, _("This screen does not understand the end of its address. Open it from the menu."))
    return None


def is_asked_of_foreign_screen(request):
    """Is this a reading request with a query string to a staff screen that is not our code?"""
    view = getattr(request.resolver_match, "func", None)
    view = getattr(view, "view_class", view)
    is_foreign = getattr(view, "__module__", "").partition(".")[0] not in HOUSE_PACKAGES
    return (
        is_foreign and request.method in ("GET", "HEAD") and bool(request.GET) and is_staff_address(request.path_info)
    )


def too_large_words():
    """What to tell a person whose letter does not fit."""
    return _("You sent more than this site can take at once. Send fewer or smaller files, or a shorter text.")


def address_fault(request):
    """What is wrong with the address and headers: (status, words) or None."""
    if request.encoding and request.encoding.lower() != "utf-8":
        request.encoding = "utf-8"
    try:
        request.get_host()
    except SuspiciousOperation:
        return 400, _("This site has another name. Check the address.")
    if len(request.path_info) > MAX_PATH or len(request.META.get("QUERY_STRING", "")) > MAX_QUERY_STRING:
        return 414, _("The address is too long. Go to the front page and find what you need from there.")
    if _CONTROL.search(request.path_info):
        return 400, _("The address contains signs that no page has. Check it or go to the front page.")
    try:
        clean_query(request)
    except UNREADABLE:  # more parameters than DATA_UPLOAD_MAX_NUMBER_FIELDS
        return 414, _("The address is too long. Go to the front page and find what you need from there.")
    return None


def body_fault(request):
    """Read the form data here, where what is broken can be told; (status, words) or None."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        return 400, _("The request was damaged on its way. Go back and send it again.")
    if int(length[:20]) > settings.REQUEST_MAX_BYTES:
        return 413, too_large_words()
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
    """Take NUL out of the query string; on staff screens, which are not ours, also what crashes them."""
    query = without_nul(request.GET) if "%00" in request.META.get("QUERY_STRING", "") else request.GET
    if query and is_staff_address(request.path_info):
        query = bearable_for_staff_screens(query)
    request.GET = query


def bearable_for_staff_screens(query):
    """A copy of a QueryDict: search words without what breaks search backends, no numbers that no column can hold."""
    clean = query.copy()
    for name, values in query.lists():
        if name in SEARCH_PARAMETERS:
            clean.setlist(name, [clean_search(value) for value in values])
        elif any(_ENDLESS_NUMBER.search(value) for value in values):
            del clean[name]
    clean._mutable = False
    return clean


def without_nul(data):
    """An unchangeable copy of a QueryDict without NUL in names and values."""
    clean = data.copy()
    clean.clear()
    for name, values in data.lists():
        clean.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
    clean._mutable = False
    return clean
