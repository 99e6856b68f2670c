"""Asking another site whether an address answers, without becoming somebody's tool against our own network.

Only http and https on their usual ports; the name is looked up once, every address behind it must be public, and the
connection goes to exactly the address that was looked at. Redirects are followed by the same rules, three at most.
"""

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import quote, urljoin, urlsplit

from cms.models import Problem

TIMEOUT = 10  # seconds
MAX_HOPS = 3
PORTS = {"http": 80, "https": 443}
AGENT = "Mozilla/5.0 (compatible; link check)"
ASK_WITH_GET = (403, 405, 501)
GONE = (404, 410)


class NotAllowed(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The address is not one that may be asked from here."""


def is_public(address):
    """Is this network address one of the open internet?"""
    address = ipaddress.ip_address(address)
    address = getattr(address, "ipv4_mapped", None) or address
    return address.is_global and not address.is_multicast


def look_up(host, port, *, is_allowed=is_public):
    """The first network address of a name. Raises NotAllowed when any of its addresses is not allowed, OSError when none."""
    found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_allowed(address.partition("%")[0]) for address in found):
        raise NotAllowed(host)
    return found[0]


class _Pinned(http.client.HTTPConnection):
    """A connection to a network address that was looked at, under the name that was asked for."""

    def __init__(self, host, port, address, *, secure):
        super().__init__(host, port, timeout=TIMEOUT)
        self._address, self._secure = address, secure

    def connect(self):
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def status_of(url, method, *, is_allowed=is_public, ports=PORTS):
    """Ask one address; give (status, where it redirects to). Raises NotAllowed, OSError, HTTPException, ValueError."""
    parts = urlsplit(url)
    if parts.scheme not in ports or not parts.hostname or parts.username or parts.password:
        raise NotAllowed(url)
    port = parts.port or ports[parts.scheme]
    if port != ports[parts.scheme]:
        raise NotAllowed(url)
    host = parts.hostname.encode("idna").decode()
    connection = _Pinned(host, port, look_up(host, port, is_allowed=is_allowed), secure=parts.scheme == "https")
    try:
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            f"?{quote(parts.query, safe='%=&+/:?')}" if parts.query else ""
        )
        connection.request(method, target, headers={"User-Agent": AGENT, "Accept": "*/*"})
        response = connection.getresponse()
        return response.status, response.getheader("Location")
    finally:
        connection.close()


def ask(url, *, is_allowed=is_public, ports=PORTS):
    """What is wrong with an address of another site: a Problem, or None when it answers. Never raises."""
    try:
        for _hop in range(MAX_HOPS + 1):
            status, moved = status_of(url, "HEAD", is_allowed=is_allowed, ports=ports)
            if status in ASK_WITH_GET:
                status, moved = status_of(url, "GET", is_allowed=is_allowed, ports=ports)
            if not (300 <= status < 400 and moved):
                break
            url = urljoin(url, moved)
    except NotAllowed:
        return Problem.NOT_ASKED
    except (OSError, http.client.HTTPException, ValueError, UnicodeError):
        return Problem.NO_ANSWER
    if status in GONE:
        return Problem.REFUSED
    return Problem.NO_ANSWER if status >= 500 else None
