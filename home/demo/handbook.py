"""The handbook: useful phones, guides, ways out of trouble."""

from datetime import timedelta

from django.utils import timezone
from wagtail.rich_text import RichText

from cms.models import (
    GuidePage,
    GuidePartPage,
    HandbookIndexPage,
    ProblemAct,
    ProblemDeadline,
    ProblemGuidePage,
    UsefulPhone,
)
from home.demo import phones_texts as phones
from home.demo.guides_engagement import ENGAGEMENT
from home.demo.guides_texts import GUIDES
from home.demo.problems_texts import PROBLEMS
from home.demo.situations import checked
from home.tree import ensure_tree


def load():
    """Add what is missing; what exists, edited or not, is left alone."""
    _load_phones()
    index = HandbookIndexPage.objects.child_of(ensure_tree()).first()
    if index is None:
        return
    known = set(index.get_children().values_list("slug", flat=True))
    for entry in (ENGAGEMENT, *GUIDES):
        if entry["slug"] not in known:
            _publish_guide(index, entry)
    for entry in PROBLEMS:
        if entry["slug"] not in known:
            _publish_problem(index, entry)


def _load_phones():
    if UsefulPhone.objects.exists():
        return
    UsefulPhone.objects.bulk_create(
        UsefulPhone(
            number=number,
            name=name,
            name_en=english,
            group=group,
            hours=hours,
            note=note,
            is_free=is_free,
            is_demo=is_local,
            checked_on=_checked_on(number) if is_local else None,
            order=place * 10,
        )
        for is_local, book in ((False, phones.NATIONAL), (True, phones.LOCAL))
        for group, rows in book.items()
        for place, (number, name, english, hours, note, is_free) in enumerate(rows, 1)
    )


def _checked_on(number):
    days = phones.CHECKED_DAYS_AGO.get(number, phones.EVERY_OTHER_DAYS_AGO)
    return timezone.localdate() - timedelta(days=days)


def _publish_guide(index, entry):
    guide = GuidePage(
        **{name: entry[name] for name in ("title", "slug", "lead", "icon", "body")}, show_updated=True, **checked()
    )
    index.add_child(instance=guide)
    guide.save_revision().publish()
    for row in entry["parts"]:
        part = GuidePartPage(
            **{name: row[name] for name in ("title", "slug", "lead", "body")},
            level=row.get("level", ""),
            tools=[
                ("tool", {"name": name, "text": text, "page": None, "address": address})
                for name, text, address in row.get("tools", ())
            ],
        )
        guide.add_child(instance=part)
        part.save_revision().publish()


def _publish_problem(index, entry):
    page = ProblemGuidePage(
        **{name: entry[name] for name in ("title", "slug", "icon", "lead", "signs")},
        is_urgent=entry.get("is_urgent", False),
        algorithm=[_step(*row) for row in entry["steps"]],
        **checked(),
    )
    page.deadlines = [ProblemDeadline(what=what, term=term) for what, term in entry["deadlines"]]
    page.acts = [ProblemAct(title=title, text=text, url=url) for title, text, url in entry["acts"]]
    page.phones = list(UsefulPhone.objects.filter(number__in=entry["phones"]))
    index.add_child(instance=page)
    page.save_revision().publish()


def _step(title, joins, takes, text):
    value = {"title": title, "joins": joins, "optional": False, "where": [], "takes": takes}
    return "step", {**value, "body": RichText(f"<p>{text}</p>")}
