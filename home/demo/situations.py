"""Life situations and “find my service”. Services are looked up by their addresses; those that are absent are passed over."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale

from cms.models import FinderPage, ServicePage, SituationIndexPage, SituationPage
from home.demo import finder_texts as finder
from home.demo.situations_texts import SITUATIONS
from home.tree import ensure_tree


def load():
    """Publish what is missing; pages that exist, edited or not, are left alone."""
    front = ensure_tree()
    services = services_by_slug(front)
    index = SituationIndexPage.objects.child_of(front).first()
    if index is not None:
        known = set(SituationPage.objects.child_of(index).values_list("slug", flat=True))
        for entry in SITUATIONS:
            if entry["slug"] not in known:
                page = _publish(index, entry, services)
                _tag(page, entry["tagged"], services)
                _translate(page, entry, services)
    _ask(front, finder.QUESTIONS, finder.RESULTS, services)
    english = front.get_translations().filter(locale__language_code="en").first()
    if english is not None:
        _ask(english, finder.QUESTIONS_EN, finder.RESULTS_EN, services)


def services_by_slug(front):
    """The services of the demo that are there already: {slug: page}."""
    pages = ServicePage.objects.filter(locale_id=front.locale_id).order_by("path")
    return {page.slug: page for page in pages}


def checked():
    """The fields of a page that somebody checked a month ago, marked as demonstration."""
    return {"checked_on": timezone.localdate() - timedelta(days=30), "is_demo": True}


def _publish(index, entry, services):
    page = SituationPage(
        title=entry["title"],
        slug=entry["slug"],
        lead=entry["lead"],
        icon=entry["icon"],
        ordering=entry.get("ordering", "curated"),
        **_lists(entry, services, {}),
        **checked(),
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def _lists(entry, services, words):
    """Tasks and groups; `words` translates their labels."""
    tasks = [_task(words.get(label, label), kind, target, services) for label, kind, target in entry["tasks"]]
    groups = [
        (words.get(heading, heading), [services[slug].pk for slug in slugs if slug in services])
        for heading, slugs in entry["groups"]
    ]
    return {
        "top_tasks": [("task", task) for task in tasks if task],
        "groups": [("group", {"heading": heading, "pages": _chosen(pages)}) for heading, pages in groups if pages],
    }


def _task(label, kind, target, services):
    if target.startswith("https://"):
        return {"label": label, "kind": kind, "page": None, "url": target}
    if target in services:
        return {"label": label, "kind": kind, "page": services[target], "url": ""}
    return None


def _chosen(keys):
    by_key = ServicePage.objects.in_bulk(keys)
    return [by_key[key] for key in keys]


def _tag(page, slugs, services):
    """Services that no group names, so that the list made by itself has something to show."""
    for service in (services[slug] for slug in slugs if slug in services):
        service.situations.add(page)
        service.save()


def _translate(page, entry, services):
    english = Locale.objects.filter(language_code="en").first()
    if "english" not in entry or english is None:
        return
    words = entry["english"]
    twin = page.copy_for_translation(english, copy_parents=True)
    twin.title, twin.lead = words["title"], words["lead"]
    for name, value in _lists(entry, services, words["words"]).items():
        setattr(twin, name, value)
    twin.save_revision().publish()


def _ask(front, questions, results, services):
    page = FinderPage.objects.child_of(front).first()
    if page is None or len(page.tree):
        return
    page.tree = [*map(_question, questions), *(_result(row, services) for row in results)]
    page.save_revision().publish()


def _question(row):
    key, text, hint, options = row
    answers = [{"label": label, "leads_to": target} for label, target in options]
    return "question", {"key": key, "text": text, "hint": hint, "options": answers}


def _result(row, services):
    key, title, text, slugs = row
    pages = [services[slug] for slug in slugs if slug in services]
    return "outcome", {"key": key, "title": title, "text": f"<p>{text}</p>", "pages": pages}
