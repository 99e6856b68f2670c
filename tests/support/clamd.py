"""A small virus scanner that speaks clamd's INSTREAM over TCP: it knows one virus, the harmless EICAR test file."""

import socketserver
import struct
import threading
from contextlib import contextmanager

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Session(socketserver.BaseRequestHandler):
    """One question of a client."""

    def handle(self):
        """Read the command and the pieces, answer as clamd does."""
        if self.read(10) != b"zINSTREAM\0":
            self.request.sendall(b"UNKNOWN COMMAND\0")
            return
        data = b""
        while size := struct.unpack(">I", self.read(4))[0]:
            data += self.read(size)
            if len(data) > self.server.size_limit:
                self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.server.seen.append(data)
        self.request.sendall(self.server.answer or self.verdict(data))

    def read(self, size):
        """Exactly so many bytes."""
        data = b""
        while len(data) < size:
            piece = self.request.recv(size - len(data))
            if not piece:
                raise ConnectionError("the client hung up")
            data += piece
        return data

    def verdict(self, data):
        """clamd's words."""
        return b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if EICAR in data else b"stream: OK\0"


class Scanner(socketserver.ThreadingTCPServer):
    """`seen` are the files it was given; `answer`, when set, is said whatever the file is."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Session)
        self.seen, self.answer, self.size_limit = [], b"", 25 * 1024 * 1024

    @property
    def address(self):
        """For the setting CLAMD_SOCKET."""
        return f"tcp://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request, client_address):
        """A client that hangs up is no news."""


@contextmanager
def running_scanner():
    """Run the scanner within the block."""
    with Scanner() as scanner:
        thread = threading.Thread(target=scanner.serve_forever, daemon=True)
        thread.start()
        yield scanner
        scanner.shutdown()
        thread.join()
