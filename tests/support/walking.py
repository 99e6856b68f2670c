"""Walking a site by its links, and everything that an answer holds."""

import io
import re
import zipfile
from collections import deque
from html import unescape
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from django.urls import URLPattern, get_resolver

HOST = "http://testserver"
LINK = re.compile(r"""<a\b[^>]*\shref\s*=\s*["']([^"']+)["']""", re.IGNORECASE)
ALTERNATE = re.compile(r"""<link\b[^>]*\shref\s*=\s*["']([^"']+)["']""", re.IGNORECASE)
PLACE = re.compile(r"<(?:loc|link)>([^<]+)</")
NOT_WALKED = ("logout", "failwhale", "/static/", "/media/")


def links_of(address, html, pattern=LINK):
    """Yield the addresses of this site that a page links to, without fragments."""
    for found in pattern.findall(html):
        target = urldefrag(urljoin(HOST + address, unescape(found)))[0]
        parts = urlsplit(target)
        if f"{parts.scheme}://{parts.netloc}" == HOST:
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def shape(address):
    """Return the path with the names of its parameters: one filter value of a list stands for all."""
    parts = urlsplit(address)
    return parts.path, frozenset(parse_qs(parts.query, keep_blank_values=True))


def everything_in(answer):
    """All words of an answer: its headers, its body, what is packed in its body."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if body.startswith(b"PK"):
        packed = zipfile.ZipFile(io.BytesIO(body))
        body = b"\n".join(packed.read(name) for name in packed.namelist())
    return f"{answer.headers}\n{body.decode('utf-8', 'replace')}"


def walk(client, starts, allowed, most):
    """Follow links from `starts`, also those of maps and feeds; yield (address, answer, everything in it)."""
    seen, waiting = {shape(start) for start in starts}, deque(starts)
    for _step in range(most):
        if not waiting:
            return
        address = waiting.popleft()
        answer = client.get(address)
        words = everything_in(answer)
        yield address, answer, words
        for target in (target for pattern in (LINK, ALTERNATE, PLACE) for target in links_of(address, words, pattern)):
            if shape(target) not in seen and allowed(target) and not any(part in target for part in NOT_WALKED):
                seen.add(shape(target))
                waiting.append(target)


def plain_addresses(resolver=None, prefix="/"):
    """Every address of the whole site that needs no arguments."""
    found = []
    for pattern in (resolver or get_resolver()).url_patterns:
        part = str(pattern.pattern).removeprefix("^").removesuffix("$").removesuffix("\\Z")
        if set(part) & set("<>()?*+[]\\|"):
            continue
        found += [prefix + part] if isinstance(pattern, URLPattern) else plain_addresses(pattern, prefix + part)
    return sorted(set(found))


def public_addresses():
    """Those for everybody, and the lists of news, which are pages of Wagtail."""
    news = ["/novyny/", "/novyny/rss/", "/en/novyny/"]
    staff = ("/admin/", "/django-admin/", "/anymail/")
    return [*(address for address in plain_addresses() if not address.startswith(staff)), *news]


def staff_addresses():
    """Those under /admin/, but the way out and the page that breaks on purpose."""
    found = (address for address in plain_addresses() if address.startswith("/admin/"))
    return [address for address in found if not any(part in address for part in NOT_WALKED)]
