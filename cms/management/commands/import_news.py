"""`manage.py import_news --from wxr FILE`: news of another site."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cms.incoming.entries import FeedError, parse
from cms.incoming.news import Fate, Importer
from cms.incoming.pictures import Pictures
from cms.models import NewsIndexPage, NewsTopic


class Command(BaseCommand):
    help = "Import news from a WordPress export (WXR), an RSS or an Atom file. A second run changes nothing."

    def add_arguments(self, parser):
        """Take the file and the choices."""
        parser.add_argument("file", type=Path, help="the file; nothing is fetched from anywhere")
        parser.add_argument("--from", dest="kind", required=True, choices=["wxr", "rss"], help="what the file is")
        parser.add_argument("--images", type=Path, help="a folder with the pictures of the source, found by file name")
        parser.add_argument("--topic", help="the topic of all pieces, by name or address; otherwise by category")
        parser.add_argument("--language", default="uk", choices=["uk", "en"], help="the language of the news")
        parser.add_argument("--update", action="store_true", help="take changes of pieces that were not edited here")
        parser.add_argument("--dry-run", action="store_true", help="only tell what would happen")

    def handle(self, *args, file, kind, images=None, topic=None, language="uk", update=False, dry_run=False, **options):
        """Read, write, tell."""
        index = NewsIndexPage.objects.filter(locale__language_code=language).order_by("path").first()
        if index is None:
            raise CommandError("The site has no page of news in this language.")
        if images is not None and not images.is_dir():
            raise CommandError(f"{images} is not a folder.")
        chosen = find_topic(topic) if topic else None
        try:
            feed = parse(file.read_bytes(), kind)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except FeedError as error:
            raise CommandError(str(error)) from error
        pictures = Pictures(images, dry_run=dry_run)
        self.report(Importer(feed, index, pictures, topic=chosen, update=update, dry_run=dry_run), dry_run)

    def report(self, importer, dry_run):
        """Print a line for each piece, the sums at the end."""
        counts = dict.fromkeys(Fate, 0)
        for line in importer.run():
            counts[line.fate] += 1
            reason = f": {line.reason}" if line.reason else ""
            self.stdout.write(f"{line.fate}  {line.title}{reason}")
            for remark in line.remarks:
                self.stdout.write(f"      {remark}")
        sums = ", ".join(f"{fate}: {number}" for fate, number in counts.items())
        self.stdout.write(f"{'Nothing was written. ' if dry_run else ''}{sums}")


def find_topic(word):
    """The topic by its address or name. Raises CommandError with those that exist."""
    for row in NewsTopic.objects.all():
        if word.casefold() in (row.slug, row.name.casefold()):
            return row
    names = ", ".join(NewsTopic.objects.values_list("name", flat=True)) or "none"
    raise CommandError(f"There is no topic “{word}”. Topics: {names}.")
