"""A guard before Django: headers that break it before any middleware could answer."""

import codecs
import re

from django.utils.http import parse_header_parameters

MAX_HEADER = 2000
UNKNOWN_BYTES = "application/octet-stream"

_CHARSET = re.compile(r";\s*charset\s*=\s*(\"[^\"]*\"|[^;\"]*)", re.IGNORECASE)


def with_readable_headers(application):
    """Wrap a WSGI application so that a Content-Type which Django cannot bear is mended instead of crashing it.

    A page of this site is in UTF-8 and so is what it gets back: another encoding is not listened to.
    """

    def guarded(environ, start_response):
        environ["CONTENT_TYPE"] = bearable(environ.get("CONTENT_TYPE", ""))
        return application(environ, start_response)

    return guarded


def bearable(content_type):
    """Return the header as it is, without its alien encoding, or `application/octet-stream` when it cannot be read."""
    if is_readable(content_type):
        return content_type
    without = _CHARSET.sub("", content_type)
    return without if is_readable(without) else UNKNOWN_BYTES


def is_readable(content_type):
    """Can Django read this header, and does it speak of UTF-8 if of any encoding?"""
    if len(content_type) > MAX_HEADER:
        return False
    try:
        _kind, parameters = parse_header_parameters(content_type)
        return codecs.lookup(parameters.get("charset", "utf-8")).name == "utf-8"
    except (ValueError, TypeError, AttributeError, IndexError, LookupError):
        return False
