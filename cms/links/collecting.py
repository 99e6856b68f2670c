"""Every link of a page: in rich text, in blocks, in fields, in the rows below the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

WORDS = 200
SKIPPED_FIELDS = {"page_ptr", "alias_of", "latest_revision", "live_revision", "owner", "locked_by"}


@dataclass(frozen=True)
class Link:
    """One link: to a page or document by key, or to an address; its words and the label of the field that holds it."""

    place: str
    words: str = ""
    page_id: int | None = None
    document_id: int | None = None
    url: str = ""


class _Anchors(HTMLParser):
    """Collects the links of rich text as Wagtail stores it."""

    def __init__(self, place):
        super().__init__()
        self.place, self.links, self._open, self._words = place, [], None, []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self._open, self._words = dict(attrs), []

    def handle_data(self, data):
        self._words.append(data)

    def handle_endtag(self, tag):
        if tag != "a" or self._open is None:
            return
        words, attrs, self._open = "".join(self._words).strip()[:WORDS], self._open, None
        key = attrs.get("id") or ""
        if attrs.get("linktype") in ("page", "document") and key.isdigit():
            self.links.append(Link(self.place, words, **{f"{attrs['linktype']}_id": int(key)}))
        elif attrs.get("href"):
            self.links.append(Link(self.place, words, url=attrs["href"]))


def in_rich_text(html, place):
    """The links of rich text in Wagtail's own storage form."""
    parser = _Anchors(place)
    parser.feed(str(html or ""))
    parser.close()
    return parser.links


def in_block(block, value, place):
    """The links below one block with its value, whatever is nested in it."""
    if value in (None, ""):
        return []
    if isinstance(block, blocks.StructBlock):
        if not isinstance(value, Mapping):  # a picture with its description is a structure whose value is the picture
            return []
        parts = [(child, value.get(name)) for name, child in block.child_blocks.items()]
    elif isinstance(block, blocks.StreamBlock):
        parts = [(child.block, child.value) for child in value]
    elif isinstance(block, blocks.ListBlock):
        parts = [(block.child_block, child) for child in value]
    else:
        return _in_leaf(block, value, place)
    return [link for child, part in parts for link in in_block(child, part, place)]


def _in_leaf(block, value, place):
    label = f"{place}: {block.label}" if block.label and str(block.label) not in place else place
    if isinstance(value, RichText):
        return in_rich_text(value.source, label)
    if isinstance(value, Page):
        return [Link(label, value.title[:WORDS], page_id=value.pk)]
    if isinstance(value, get_document_model()):
        return [Link(label, value.title[:WORDS], document_id=value.pk)]
    return [Link(label, url=str(value))] if isinstance(block, blocks.URLBlock) else []


def in_field(instance, field):
    """The links that one field of a page or of a row holds."""
    place = str(field.verbose_name)
    value = getattr(instance, field.attname)
    if value in (None, ""):
        return []
    if isinstance(field, StreamField):
        return in_block(field.stream_block, getattr(instance, field.name), place)
    if isinstance(field, RichTextField):
        return in_rich_text(value, place)
    if isinstance(field, models.URLField):
        return [Link(place, url=value)]
    if isinstance(field, models.ForeignKey) and issubclass(field.related_model, Page):
        return [Link(place, page_id=value)]
    return []


def links_of(page):
    """Every link of a page (of its own type), each once; what stands in rows below it too."""
    instances = [page]
    for relation in get_all_child_relations(type(page)):
        instances += list(getattr(page, relation.get_accessor_name()).all())
    found = {}
    for instance in instances:
        for field in instance._meta.concrete_fields:
            if field.name in SKIPPED_FIELDS or _leads_back(field, instance, page):
                continue
            found.update(dict.fromkeys(in_field(instance, field)))
    return list(found)


def _leads_back(field, instance, page):
    """The key by which a row belongs to its page is no link."""
    return instance is not page and getattr(instance, field.attname) == page.pk and field.is_relation
