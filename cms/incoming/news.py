"""Entries into pages of news: each once, at its own date, with its source; a second run changes nothing."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms.models import ImportedItem, NewsPage, NewsTopic
from cms.models.news import RESERVED_SLUGS
from cms.slugs import page_slug

from .bodies import convert, plain

TITLE, LEAD, SOURCE, GUID, SOURCE_KEY, URL, TAGS = 255, 400, 160, 500, 300, 200, 12


class Fate(StrEnum):
    """What became of an entry."""

    MADE = "made"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


@dataclass
class Line:
    """One line of the report."""

    fate: str
    title: str
    reason: str = ""
    remarks: list = field(default_factory=list)


class Importer:
    """One run over one feed."""

    def __init__(self, feed, index, pictures, *, topic=None, update=False, dry_run=False):
        self.feed, self.index, self.pictures = feed, index, pictures
        self.topic, self.update, self.dry_run = topic, update, dry_run
        self.topics = {row.name.casefold(): row for row in NewsTopic.objects.all()}
        self.known = {row.guid: row for row in self._items()}
        self.seen, self.slugs = set(), set(Page.objects.child_of(index).values_list("slug", flat=True)) | RESERVED_SLUGS

    def _items(self):
        return ImportedItem.objects.filter(source=key(self.feed.source, SOURCE_KEY)).select_related("page")

    def run(self):
        """Yield a `Line` for every entry; each is written in a transaction of its own, so that one cannot spoil others."""
        for entry in self.feed.entries:
            try:
                with transaction.atomic():
                    line = self._take(entry)
            except ValidationError as error:
                line = Line(Fate.SKIPPED, entry.title or entry.guid, " ".join(error.messages))
            yield line

    def _take(self, entry):
        guid = key(entry.guid, GUID)
        name = entry.title or entry.url or guid
        reason = entry.refusal or self._refusal(entry, guid)
        if reason:
            return Line(Fate.SKIPPED, name, reason)
        self.seen.add(guid)
        item = self.known.get(guid)
        if item is None:
            return self._make(entry, guid)
        if item.page is None:
            return Line(Fate.SKIPPED, name, "it was imported and then deleted here")
        if item.checksum == entry.checksum:
            return Line(Fate.UNCHANGED, name)
        if not self.update:
            return Line(Fate.SKIPPED, name, "it changed at the source; --update takes the change")
        if item.page.latest_revision_id != item.revision_id:
            return Line(Fate.SKIPPED, name, "it was edited here after the import")
        return self._renew(entry, item)

    def _refusal(self, entry, guid):
        if not guid:
            return "it has no key, address or title"
        if not entry.title:
            return "it has no title"
        if guid in self.seen:
            return "the same key stands in the file twice"
        return "" if plain(entry.html) or plain(entry.excerpt) else "it has no text"

    def _make(self, entry, guid):
        page = NewsPage(slug=self._slug(entry), live=False, locale=self.index.locale)
        remarks = self._fill(page, entry)
        if not self.dry_run:
            self.index.add_child(instance=page)
            revision = self._save(page, entry)
            item = ImportedItem(
                source=key(self.feed.source, SOURCE_KEY),
                guid=guid,
                page=page,
                checksum=entry.checksum,
                revision=revision,
            )
            item.save()
        return Line(Fate.MADE, page.title, remarks=remarks)

    def _renew(self, entry, item):
        page = item.page.get_latest_revision_as_object()
        remarks = self._fill(page, entry)
        if not self.dry_run:
            item.revision, item.checksum = self._save(page, entry), entry.checksum
            item.save()
        return Line(Fate.UPDATED, page.title, remarks=remarks)

    def _fill(self, page, entry):
        """Put the entry into the page in memory; return what could not be taken along."""
        body = convert(
            entry.html or entry.excerpt,
            base=entry.url,
            picture=self.pictures.find,
            pictures=self.feed.pictures,
            title=entry.title,
        )
        page.title = entry.title[:TITLE]
        page.lead = shorten(plain(entry.excerpt) or plain(entry.html), LEAD)
        page.body = body.blocks
        page.date = entry.published_at or timezone.now()
        page.topic = self.topic or self._topic_of(entry)
        page.image = self.pictures.find(entry.thumbnail) if entry.thumbnail else None
        page.source_url = entry.url if len(entry.url) <= URL and entry.url.startswith(("http://", "https://")) else ""
        page.source_name = self.feed.name[:SOURCE] or self.feed.source[:SOURCE]
        page.tags.set(self._tags(entry))
        return _remarks(body)

    def _topic_of(self, entry):
        return next((self.topics[name.casefold()] for name in entry.categories if name.casefold() in self.topics), None)

    def _tags(self, entry):
        words = [name for name in (*entry.tags, *entry.categories) if name.casefold() not in self.topics]
        return [word[:100] for word in dict.fromkeys(words)][:TAGS]

    def _save(self, page, entry):
        """A revision; published when the source published it, at the date of the source."""
        revision = page.save_revision()
        if entry.is_live:
            revision.publish()
            NewsPage.objects.filter(pk=page.pk).update(first_published_at=page.date)
        return revision

    def _slug(self, entry):
        """A romanised address that nobody has."""
        wanted = page_slug(entry.slug or entry.title)
        slug, number = wanted, 1
        while slug in self.slugs:
            number += 1
            slug = f"{wanted[:90]}-{number}"
        self.slugs.add(slug)
        return slug


def key(text, most):
    """`text` as a key of the database: what is longer than `most` bytes becomes its fingerprint, for indexes are short."""
    data = text.encode()
    return text if len(data) <= most else f"sha256:{hashlib.sha256(data).hexdigest()}"


def shorten(text, most):
    """At most `most` characters, cut between words."""
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0].rstrip(",.;:–- ") + "…"


def _remarks(body):
    remarks = []
    if body.missing_pictures:
        names = ", ".join(address.rpartition("/")[2][:60] or "?" for address in body.missing_pictures[:5])
        remarks.append(f"pictures without a file: {len(body.missing_pictures)} ({names})")
    if body.left_out:
        remarks.append(f"left out: {', '.join(body.left_out)}")
    return remarks
