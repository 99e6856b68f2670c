"""`manage.py verify_events`: has anybody rewritten a case's story?"""

from django.core.management.base import BaseCommand, CommandError

from casework.models import Case
from casework.services import verify_chain


class Command(BaseCommand):
    """Walks every chain of events; fails naming the cases whose chain is broken."""

    help = "Check the hash chain of every case's events."

    def handle(self, *args, **options):
        """Check all cases. Raises CommandError when a chain is broken."""
        checked, broken = 0, []
        for case in Case.objects.only("pk", "number").order_by("pk").iterator(chunk_size=500):
            checked += 1
            if places := verify_chain(case):
                broken.append(f"{case.number}: {', '.join(map(str, places))}")
        if broken:
            raise CommandError("Broken chains:\n" + "\n".join(broken))
        self.stdout.write(f"{checked} cases, every chain whole.")
