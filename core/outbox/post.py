"""The connection to the mail server, opened once for many letters."""

from django.conf import settings
from django.core import mail
from django.core.mail.backends import smtp

from .message import bytes_of, message_of, sender

LETTERS_PER_CONNECTION = 100


class MailServerDown(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The mail server did not answer, or refused us; no letter is to blame."""


class Post:
    """One worker's way to the mail server, through whatever backend the settings name."""

    def __init__(self):
        self._connection = None
        self._sent = 0

    def open(self):
        """Be connected; servers that limit a connection get a new one in time. Raises MailServerDown."""
        if self._sent >= LETTERS_PER_CONNECTION:
            self.close()
        if self._connection is None:
            try:
                connection = mail.get_connection(fail_silently=False)
                connection.open()
            except Exception as error:
                raise MailServerDown(f"{type(error).__name__}: {error}") from error
            self._connection, self._sent = connection, 0

    def send(self, letter):
        """Hand one letter over. Raises what the backend raises."""
        self._sent += 1
        connection = self._connection
        if isinstance(connection, smtp.EmailBackend) and letter.recipient.isascii():
            envelope_from = sender(settings.DEFAULT_FROM_EMAIL)[1]
            connection.connection.sendmail(envelope_from, [letter.recipient], bytes_of(letter))
        else:
            connection.send_messages([message_of(letter, connection)])

    def close(self):
        """Part politely; errors of a dead connection do not matter any more."""
        connection, self._connection, self._sent = self._connection, None, 0
        if connection is not None:
            try:
                connection.close()
            except OSError:
                connection.connection = None
