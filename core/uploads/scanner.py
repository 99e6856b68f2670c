"""A small client of clamd (ClamAV's daemon): its INSTREAM command over a local socket or TCP."""

import logging
import socket
import struct
from contextlib import closing

from django.conf import settings

from .states import ScanState

TIMEOUT = 20  # seconds for connecting and for each answer
PIECE = 64 * 1024
MAX_ANSWER = 4096

log = logging.getLogger(__name__)


def is_configured():
    """Is there a scanner at all?"""
    return bool(settings.CLAMD_SOCKET)


def address():
    """Read CLAMD_SOCKET: a path (`/run/clamav/clamd.ctl`), `unix:/path`, `tcp://host:port` or `host:port`.

    Returns (family, address). Raises ValueError when it is none of these.
    """
    value = settings.CLAMD_SOCKET.strip()
    if value.startswith(("/", "unix:")):
        return socket.AF_UNIX, value.removeprefix("unix:").replace("//", "/")
    host, colon, port = value.removeprefix("tcp://").rpartition(":")
    if not colon or not host or not port.isdecimal():
        raise ValueError(f"CLAMD_SOCKET is neither a path nor host:port: {value!r}")
    return socket.AF_INET, (host.strip("[]"), int(port))


def scan(file):
    """Ask the scanner about an open file; returns a ScanState and never raises for a scanner that is down or silly."""
    if not is_configured():
        return ScanState.NOT_SCANNED
    try:
        with closing(_connect()) as connection:
            answer = _ask(connection, file)
    except (OSError, ValueError) as error:
        log.warning("The virus scanner does not answer: %s", error)
        return ScanState.NOT_SCANNED
    return _understand(answer)


def _connect():
    family, place = address()
    if family == socket.AF_INET:
        return socket.create_connection(place, timeout=TIMEOUT)
    connection = socket.socket(family, socket.SOCK_STREAM)
    connection.settimeout(TIMEOUT)
    try:
        connection.connect(place)
    except OSError:
        connection.close()
        raise
    return connection


def _ask(connection, file):
    """Send the file in pieces, each after its length; read the answer up to NUL."""
    file.seek(0)
    try:
        connection.sendall(b"zINSTREAM\0")
        while piece := file.read(PIECE):
            connection.sendall(struct.pack(">I", len(piece)) + piece)
        connection.sendall(struct.pack(">I", 0))
    except (BrokenPipeError, ConnectionResetError):
        pass  # it stopped listening (its own size limit): the answer says why
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < MAX_ANSWER:
        piece = connection.recv(1024)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")


def _understand(answer):
    """`stream: OK`, `stream: Name FOUND`, or anything else: it answered, but could not scan."""
    if answer.endswith(" FOUND"):
        return ScanState.INFECTED
    if answer.endswith(": OK"):
        return ScanState.CLEAN
    log.warning("The virus scanner could not read a file: %s", answer[:200])
    return ScanState.FAILED
