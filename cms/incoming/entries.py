"""Entries of a WordPress export (WXR), an RSS or an Atom feed, read from a file that nobody vouches for."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote

from lxml import etree

from core.text import clean_text

MAX_BYTES = 200 * 1024 * 1024
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DUBLIN = "{http://purl.org/dc/elements/1.1/}date"
SKIPPED_STATES = {"trash", "auto-draft", "inherit"}


class FeedError(Exception):
    """The file cannot be read; one plain line says why."""


@dataclass
class Entry:
    """One piece of news of the source."""

    guid: str
    title: str
    html: str = ""
    excerpt: str = ""
    url: str = ""
    slug: str = ""
    published_at: datetime | None = None
    is_live: bool = True
    categories: tuple = ()
    tags: tuple = ()
    thumbnail: str = ""
    refusal: str = ""

    @property
    def checksum(self):
        """Changes when anything of the entry does."""
        parts = (self.title, self.html, self.excerpt, self.url, self.slug, str(self.published_at), str(self.is_live))
        parts += (*self.categories, "", *self.tags, self.thumbnail)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@dataclass
class Feed:
    """The whole file: name and key of the source, entries, addresses of pictures by their number in WordPress."""

    name: str
    source: str
    entries: list
    pictures: dict = field(default_factory=dict)


def parse(data, kind):
    """Return the `Feed` of `data` (bytes); `kind` is "wxr" or "rss" (Atom too). Raises FeedError.

    No entity is resolved, nothing is fetched, trees of unusual depth or size are refused.
    """
    if len(data) > MAX_BYTES:
        raise FeedError("The file is larger than 200 MB: split the export into parts.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise FeedError(f"The file is not well-formed XML: {str(error).splitlines()[0]}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise FeedError("The file declares a document type of its own, as attacks do; an export never has one.")
    return _feed(root, kind)


def _feed(root, kind):
    if root.tag == f"{ATOM}feed" and kind == "rss":
        return _atom(root)
    channel = root.find("channel") if root.tag == "rss" else None
    if channel is None:
        raise FeedError("The file holds neither a WordPress export nor a feed.")
    wp = next((f"{{{address}}}" for prefix, address in root.nsmap.items() if prefix == "wp"), "")
    if kind == "wxr" and not wp:
        raise FeedError("The file is a feed, not a WordPress export: give it with --from rss.")
    source = clean_text(channel.findtext(f"{wp}base_site_url") or channel.findtext("link"), single_line=True)
    name = clean_text(channel.findtext("title"), single_line=True)
    items = channel.findall("item")
    if kind == "rss":
        return Feed(name, source or name, [_rss_entry(item) for item in items])
    pictures = _attachments(items, wp)
    excerpt = next((f"{{{address}}}encoded" for prefix, address in root.nsmap.items() if prefix == "excerpt"), "")
    posts = [item for item in items if (item.findtext(f"{wp}post_type") or "post") == "post"]
    return Feed(name, source or name, [_post(item, wp, excerpt, pictures) for item in posts], pictures)


def _attachments(items, wp):
    return {
        item.findtext(f"{wp}post_id"): (item.findtext(f"{wp}attachment_url") or "").strip()
        for item in items
        if item.findtext(f"{wp}post_type") == "attachment"
    }


def _rss_entry(item):
    url = _line(item.findtext("link"))
    return Entry(
        guid=_line(item.findtext("guid")) or url or _line(item.findtext("title")),
        title=_line(item.findtext("title")),
        html=item.findtext(CONTENT) or item.findtext("description") or "",
        excerpt=(item.findtext("description") or "") if item.findtext(CONTENT) else "",
        url=url,
        published_at=_moment(item.findtext("pubDate") or item.findtext(DUBLIN)),
        tags=_words(item.findall("category")),
        thumbnail=next((part.get("url", "") for part in item.findall("enclosure") if _is_picture(part)), ""),
    )


def _is_picture(enclosure):
    return (enclosure.get("type") or "").startswith("image/")


def _post(item, wp, excerpt, pictures):
    state = item.findtext(f"{wp}status") or "publish"
    groups = {
        domain: [part for part in item.findall("category") if part.get("domain") == domain]
        for domain in ("category", "post_tag")
    }
    meta = {part.findtext(f"{wp}meta_key"): part.findtext(f"{wp}meta_value") for part in item.findall(f"{wp}postmeta")}
    entry = _rss_entry(item)
    entry.excerpt = (item.findtext(excerpt) or "") if excerpt else ""
    entry.html = item.findtext(CONTENT) or ""
    entry.slug = unquote(_line(item.findtext(f"{wp}post_name")))
    entry.published_at = _moment(item.findtext(f"{wp}post_date_gmt"), utc=True) or entry.published_at
    entry.categories, entry.tags = _words(groups["category"]), _words(groups["post_tag"])
    entry.thumbnail = pictures.get(meta.get("_thumbnail_id"), "")
    entry.is_live = state == "publish"
    if state in SKIPPED_STATES:
        entry.refusal = f"its state in WordPress is {state}"
    elif item.findtext(f"{wp}post_password"):
        entry.refusal = "it is behind a password"
    return entry


def _atom(root):
    links = [
        part.get("href", "") for part in root.findall(f"{ATOM}link") if part.get("rel", "alternate") == "alternate"
    ]
    name = _line(root.findtext(f"{ATOM}title"))
    source = next(iter(links), "") or _line(root.findtext(f"{ATOM}id")) or name
    return Feed(name, source, [_atom_entry(part) for part in root.findall(f"{ATOM}entry")])


def _atom_entry(part):
    links = [
        link.get("href", "") for link in part.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"
    ]
    html = _atom_text(part.find(f"{ATOM}content"))
    summary = _atom_text(part.find(f"{ATOM}summary"))
    url = next(iter(links), "")
    return Entry(
        guid=_line(part.findtext(f"{ATOM}id")) or url,
        title=_line(part.findtext(f"{ATOM}title")),
        html=html or summary,
        excerpt=summary if html else "",
        url=url,
        published_at=_moment(part.findtext(f"{ATOM}published") or part.findtext(f"{ATOM}updated")),
        tags=tuple(
            filter(None, (_line(term.get("label") or term.get("term")) for term in part.findall(f"{ATOM}category")))
        ),
    )


def _atom_text(element):
    if element is None:
        return ""
    if element.get("type") == "xhtml":
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return element.text or ""


def _line(text):
    return clean_text(text, single_line=True)


def _words(elements):
    return tuple(dict.fromkeys(word for part in elements if (word := _line(part.text))))


def _moment(text, *, utc=False):
    """An aware moment from any of the shapes that feeds use, or None."""
    text = _line(text)
    if not text or text.startswith("0000"):
        return None
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(text.replace("Z", "+00:00") if read is datetime.fromisoformat else text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
