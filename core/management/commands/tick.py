"""`manage.py tick`: run the periodic jobs that are due."""

import logging
import signal
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from core.jobs import run_due

logger = logging.getLogger(__name__)
NAP = 0.25


class Command(BaseCommand):
    help = "Run the periodic jobs that are due: once (for cron or a systemd timer), or again and again with --loop."

    stopping = False

    def add_arguments(self, parser):
        """Take whether to go on, and how often to look."""
        parser.add_argument("--loop", action="store_true", help="go on until SIGTERM or SIGINT")
        parser.add_argument("--every", type=float, default=30, help="seconds between two looks (default: 30)")

    def handle(self, *args, **options):
        """Run once, or until a signal; a running job is finished first."""
        if not options["loop"]:
            return self._look(options["verbosity"])
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        while not self.stopping:
            try:
                self._look(options["verbosity"])
            except DatabaseError:
                logger.exception("The database does not answer; trying again")
            close_old_connections()
            self._sleep(options["every"])

    def _look(self, verbosity):
        for name in run_due(stopping=lambda: self.stopping):
            if verbosity > 1:
                self.stdout.write(name)

    def _sleep(self, seconds):
        until = time.monotonic() + seconds
        while not self.stopping and time.monotonic() < until:
            time.sleep(NAP)

    def _stop(self, number, frame):
        self.stopping = True
