"""A guard before Django: headers that break it before any middleware could answer."""

import codecs

from django.utils.http import parse_header_parameters

MAX_HEADER = 2000


def with_readable_headers(application):
    """Wrap a WSGI application so that a Content-Type which Django cannot parse counts as unknown bytes, not as a crash."""

    def guarded(environ, start_response):
        if not is_readable(environ.get("CONTENT_TYPE", "")):
            environ["CONTENT_TYPE"] = "application/octet-stream"
        return application(environ, start_response)

    return guarded


def is_readable(content_type):
    """Can Django read this header?"""
    if len(content_type) > MAX_HEADER:
        return False
    try:
        _kind, parameters = parse_header_parameters(content_type)
        codecs.lookup(parameters.get("charset", "utf-8"))
    except LookupError:
        return True  # an unknown encoding is ignored
    except (ValueError, TypeError, AttributeError, IndexError):
        return False
    return True
