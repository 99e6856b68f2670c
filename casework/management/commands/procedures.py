"""`manage.py procedures [--mermaid | --document]`: every procedure's table."""

from django.core.management.base import BaseCommand

from casework.diagrams import as_mermaid, as_text, document
from casework.procedure import all_procedures


class Command(BaseCommand):
    """Prints the procedures as they stand in the code."""

    help = "Print every procedure: its states, transitions, actors and clocks."

    def add_arguments(self, parser):
        """The form of the output."""
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--mermaid", action="store_true", help="as Mermaid state diagrams")
        form.add_argument("--document", action="store_true", help="as the page docs/procedures.md")

    def handle(self, *args, mermaid, document: bool, **options):
        """Print them."""
        procedures = sorted(all_procedures(), key=lambda procedure: procedure.key)
        if document:
            self.stdout.write(make_document(procedures), ending="")
            return
        for procedure in procedures:
            self.stdout.write(as_mermaid(procedure) if mermaid else as_text(procedure))
            self.stdout.write("")


make_document = document
