"""`manage.py import_services FILE`: services from a workbook, as drafts."""

from pathlib import Path

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError

from cms.sheets import applying
from cms.sheets.planning import plan
from cms.sheets.reading import WorkbookError, read
from cms.sheets.state import Tree


class Command(BaseCommand):
    help = "Import services from a workbook (.xlsx) as drafts, all of it or nothing."

    def add_arguments(self, parser):
        """Take the file and the choices."""
        parser.add_argument("file", type=Path, help="the workbook, as the export makes it")
        parser.add_argument("--dry-run", action="store_true", help="only tell what would happen")
        parser.add_argument("--language", default="uk", choices=["uk", "en"], help="the language of the services")

    def handle(self, *args, file, dry_run=False, language="uk", **options):
        """Read, tell, write."""
        try:
            with file.open("rb") as stream:
                found = plan(read(File(stream, name=file.name)), language)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except WorkbookError as error:
            raise CommandError(str(error)) from error
        for service in found.services:
            changes = f" ({', '.join(service.changes)})" if service.changes and service.outcome == "changed" else ""
            self.stdout.write(f"{service.outcome}: {service.address}{changes}")
        if found.problems:
            lines = [f"{p.sheet}, row {p.row}, {p.column or '-'}: {p.message}" for p in found.problems]
            raise CommandError("\n".join(["Nothing was written:", *lines]))
        if not dry_run:
            applying.apply(found, Tree(language))
        words = "would be " if dry_run else ""
        self.stdout.write("; ".join(f"{words}{outcome}: {number}" for outcome, number in found.numbers.items()))
