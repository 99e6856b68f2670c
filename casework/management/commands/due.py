"""`manage.py due RULE YYYY-MM-DD`: when a term received on that day ends, and why."""

from datetime import datetime, time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from core.workdays import Calendar, Unit, UnknownRule, all_rules, compute, rule


def day(text):
    """Read YYYY-MM-DD."""
    return datetime.strptime(text, "%Y-%m-%d").date()


def moment(text):
    """Read HH:MM."""
    return datetime.strptime(text, "%H:%M").time()


class Command(BaseCommand):
    """Prints the ISO date on which a named term ends; date and time for a term in hours; `-v 2` every day it counted."""

    help = "Print the ISO due date of a named rule for something received on a day; -v lists every day it counted."

    def add_arguments(self, parser):
        """RULE, day, hour and whether martial law lasts."""
        parser.add_argument("rule", metavar="RULE", help="for example: request, request-urgent, appeal, petition-check")
        parser.add_argument("received", metavar="YYYY-MM-DD", type=day, help="the day of receipt, day zero")
        parser.add_argument(
            "--at", metavar="HH:MM", type=moment, default=time(12, 0), help="the hour of receipt, Kyiv time"
        )
        verbosity = next(action for action in parser._actions if action.dest == "verbosity")
        verbosity.nargs, verbosity.const = "?", 2  # a bare -v lists the days
        regime = parser.add_mutually_exclusive_group()
        regime.add_argument(
            "--martial-law", action="store_const", const=True, dest="martial_law", help="as if it lasted"
        )
        regime.add_argument("--peace", action="store_const", const=False, dest="martial_law", help="as if it did not")

    def handle(self, *args, rule: str, received, at, martial_law, verbosity, **options):
        """Print the date, then the days when asked. Raises CommandError for an unknown rule."""
        law = self._rule(rule)
        start = timezone.make_aware(datetime.combine(received, at))
        try:
            due = compute(law, start, Calendar.load(martial_law=martial_law))
        except OverflowError:
            raise CommandError("The term ends beyond the calendar.") from None
        local = timezone.localtime(due.due_at)
        self.stdout.write(local.isoformat(timespec="minutes") if law.unit == Unit.HOUR else local.date().isoformat())
        if verbosity > 1:
            self._explain(law, due)

    def _rule(self, key):
        """The rule by name, or an error that lists the names there are."""
        try:
            return rule(key)
        except UnknownRule:
            known = ", ".join(sorted(known.key for known in all_rules()))
            raise CommandError(f"There is no rule {key!r}. Known rules: {known}.") from None

    def _explain(self, law, due):
        """Print the ground and every day of the count."""
        self.stdout.write(f"# {law.length} × {law.unit.label}; {law.law}")
        for counted in due.days:
            number = "" if counted.number is None else counted.number
            self.stdout.write(f"{counted.date.isoformat()}  {number!s:>3}  {counted.reason}")
        self.stdout.write(f"# inner target: {due.inner_due_on.isoformat()}")
