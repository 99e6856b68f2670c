"""`manage.py due RULE YYYY-MM-DD`: when a term ends."""

from datetime import datetime, time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from core.workdays import Calendar, UnknownRule, all_rules, compute, rule

BEGIN_OF_DAY = "00:00"


class Command(BaseCommand):
    help = "Print when a named legal term ends, as an ISO date (terms in hours: date and time)."

    def create_parser(self, prog_name, subcommand, **kwargs):
        """Let `-v` be given without a number."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser):
        """Take the rule, the day of receipt, the time of receipt and what to assume of martial law."""
        parser.add_argument("rule", help="key of the rule; 'list' prints all of them")
        parser.add_argument("received_on", nargs="?", help="day of receipt, YYYY-MM-DD")
        parser.add_argument("--at", default=BEGIN_OF_DAY, help="time of receipt, HH:MM (matters for terms in hours)")
        parser.add_argument("-v", "--verbosity", nargs="?", type=int, default=1, const=2, help="print every day")
        law = parser.add_mutually_exclusive_group()
        law.add_argument("--martial-law", action="store_true", help="holidays are working days")
        law.add_argument("--peace", action="store_true", help="holidays are days off")

    def handle(self, *args, **options):
        """Print the due date and, with `-v`, every day on the way to it."""
        with translation.override(translation.get_language() or "uk"):
            if options["rule"] == "list":
                return self._list()
            return self._print(options)

    def _list(self):
        for known in all_rules():
            self.stdout.write(f"{known.key}: {known.length} {known.unit.label}, {known.law}")

    def _print(self, options):
        try:
            asked = rule(options["rule"])
        except UnknownRule as error:
            raise CommandError(f"{error}; known: {', '.join(known.key for known in all_rules())}") from error
        martial_law = True if options["martial_law"] else False if options["peace"] else None
        try:
            due = compute(asked, received_at(options["received_on"], options["at"]), Calendar.load(martial_law))
        except OverflowError as error:
            raise CommandError("the term ends after the year 9999") from error
        self.stdout.write(due.due_at.isoformat() if asked.unit == "hour" else due.due_at.date().isoformat())
        if options["verbosity"] > 1:
            for day in due.days:
                self.stdout.write(f"  {day.date:%a %Y-%m-%d}  {day.number or '–':>3}  {day.reason}")
            self.stdout.write(f"  last working day: {due.inner_due_on.isoformat()}")


def received_at(day, clock):
    """Read a local day and time. Raises CommandError."""
    try:
        moment = datetime.combine(datetime.strptime(day or "", "%Y-%m-%d").date(), time.fromisoformat(clock))
        return timezone.make_aware(moment, timezone.get_default_timezone())
    except ValueError as error:
        raise CommandError("give the day of receipt as YYYY-MM-DD and the time as HH:MM") from error
