"""A real mail server for tests: what arrives is parsed and kept in memory."""

import socket
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller


class Sink:
    """Keeps the letters that arrive. `refuse` holds addresses answered with 550; `broken` answers 451 to everybody."""

    def __init__(self):
        self.letters = []
        self.refuse = set()
        self.broken = False

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        """Take or refuse one recipient."""
        if self.broken:
            return "451 4.3.0 Try again later"
        if address in self.refuse:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        """Keep one letter, parsed, with `envelope_to` beside its headers."""
        letter = message_from_bytes(envelope.content, policy=policy.default)
        letter.envelope_to = list(envelope.rcpt_tos)
        self.letters.append(letter)
        return "250 OK"

    def to(self, address):
        """Return the letters that came for one address, oldest first."""
        return [letter for letter in self.letters if address in letter.envelope_to]


def free_port():
    """Return a loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(sink):
    """Start a mail server in a thread; the caller stops it. Its `port` says where it listens."""
    controller = Controller(sink, hostname="127.0.0.1", port=free_port())
    controller.start()
    return controller
