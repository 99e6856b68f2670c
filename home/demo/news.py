"""Twelve pieces of news in Ukrainian, two of them in English too."""

from datetime import timedelta

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import override
from wagtail.models import Locale

from accounts.models import Unit, User
from cms.models import NewsChange, NewsIndexPage, NewsPage, NewsRelated, NewsTopic
from home.demo import media
from home.demo.news_texts import NEWS
from home.tree import ensure_tree

TOPICS = {
    "Послуги": "Services",
    "Мережа ЦНАП": "Our network",
    "Участь": "Participation",
    "Графік": "Hours",
    "Соціальний захист": "Social protection",
    "Доступність": "Accessibility",
    "Транспорт": "Transport",
}
CARD, LEAD, BODY = "fill-640x360|format-webp", "width-1200|format-webp", "width-960|format-webp"
NAMED = {"image": "image", "document": "document"}


class Dates:
    """`{d[10]}` in a text: the day ten days after the publication, as “3 грудня”."""

    def __init__(self, day):
        self.day = day

    def __getitem__(self, shift):
        with override("uk"):
            return format_date(self.day + timedelta(days=int(shift)), "j E")


def load():
    """Publish what is missing; news that exist, edited or not, are left alone."""
    front = ensure_tree()
    index = NewsIndexPage.objects.child_of(front).first()
    if index is None:
        return
    topics = {
        name: NewsTopic.objects.get_or_create(name=name, defaults={"name_en": en})[0] for name, en in TOPICS.items()
    }
    files = {"image": media.pictures(dict(entry["image"] for entry in NEWS)), "document": {"blank": media.blank_form()}}
    editor, head = (User.objects.filter(email=f"{mailbox}@example.org").first() for mailbox in ("editor", "head"))
    known = set(NewsPage.objects.child_of(index).values_list("slug", flat=True))
    for entry in NEWS:
        if entry["slug"] not in known:
            page = _publish(index, entry, topics, files, editor, head)
            _translate(page, entry, files)
    _relate(index)
    _prepare_pictures(files["image"].values())


def _publish(index, entry, topics, files, editor, head):
    moment = timezone.localtime().replace(hour=9, minute=30, second=0, microsecond=0) - timedelta(
        days=entry["days_ago"]
    )
    dates = Dates(moment.date())
    name, alt = entry["image"]
    page = NewsPage(
        title=entry["title"],
        slug=entry["slug"],
        lead=entry["lead"],
        date=moment,
        topic=topics[entry["topic"]],
        image=files["image"][name],
        image_alt=alt,
        body=[_fill(block, files, dates) for block in entry["body"]],
        responsible_unit=Unit.objects.filter(name=entry["unit"]).first(),
        valid_until=moment.date() + timedelta(days=entry["valid_days"]) if "valid_days" in entry else None,
        owner=editor,
    )
    page.source_name, page.source_url = entry.get("source", ("", ""))
    page.changes = [
        NewsChange(changed_on=moment.date() + timedelta(days=days), text=text)
        for days, text in entry.get("changes", ())
    ]
    page.tags.add(*entry["tags"])
    index.add_child(instance=page)
    page.save_revision(user=editor).publish(user=head)
    _published_at(page, moment)
    return page


def _translate(page, entry, files):
    english = Locale.objects.filter(language_code="en").first()
    if "english" not in entry or english is None:
        return
    words = entry["english"]
    twin = page.copy_for_translation(english, copy_parents=True)
    twin.title, twin.lead, twin.image_alt = words["title"], words["lead"], words["alt"]
    twin.body = [_fill(block, files, Dates(page.date.date())) for block in words["body"]]
    twin.source_name = twin.source_url = ""
    twin.changes, twin.related_items = [], []
    twin.tags.clear()
    twin.save_revision().publish()
    _published_at(twin, page.date)


def _published_at(page, moment):
    NewsPage.objects.filter(pk=page.pk).update(first_published_at=moment, last_published_at=moment)


def _fill(block, files, dates):
    """Put ids of files and dates of days into one block: (kind, value)."""
    kind, value = block
    return kind, _walk(value, files, dates)


def _walk(value, files, dates, key=""):
    if isinstance(value, dict):
        return {name: _walk(part, files, dates, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_walk(part, files, dates, key) for part in value]
    if isinstance(value, str):
        return files[key][value] if key in NAMED else value.format(d=dates)
    return value


def _relate(index):
    pages = {page.slug: page for page in NewsPage.objects.child_of(index)}
    for entry in NEWS:
        page = pages.get(entry["slug"])
        if page is None or page.related_items.exists():
            continue
        others = [pages[slug] for slug in entry.get("related", ()) if slug in pages]
        NewsRelated.objects.bulk_create(
            NewsRelated(news=page, page=other, sort_order=number) for number, other in enumerate(others)
        )


def _prepare_pictures(images):
    """Make the sizes that pages print now, so that the first reader does not wait for them."""
    for image in images:
        image.get_renditions(CARD, LEAD, BODY)
