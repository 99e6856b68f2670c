"""Pages of this topic for tests: each function publishes one."""

from itertools import count

from wagtail.models import Locale

from cms.blocks.finder import FinderTree
from cms.models import (
    FinderPage,
    GuidePage,
    GuidePartPage,
    HandbookIndexPage,
    ProblemGuidePage,
    ServiceIndexPage,
    ServicePage,
    SituationIndexPage,
    SituationPage,
    UsefulPhone,
)

_numbers = count(1)
SITUATIONS, FINDER, HANDBOOK, PHONES = "/zhyttievi-sytuatsii/", "/znaity-posluhu/", "/dovidnyk/", "/dovidnyk/telefony/"


def below(kind, language="uk"):
    """The index or the finder that came with the site."""
    return kind.objects.get(locale__language_code=language)


def publish(page, parent):
    """Add the page below its parent and publish it; return it as the database has it."""
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def service(title="", *, situations=(), language="uk", **fields):
    """A service that is tagged with `situations`."""
    page = ServicePage(title=title or f"Послуга {next(_numbers)}", lead="Коротко про послугу.", **fields)
    page = publish(page, below(ServiceIndexPage, language))
    if situations:
        page.situations.set(situations)
        page.save()
    return page


def task(label, *, page=None, url="", kind="action"):
    """One top task."""
    return "task", {"label": label, "kind": kind, "page": page, "url": url}


def group(heading, *pages):
    """One group of pages."""
    return "group", {"heading": heading, "pages": list(pages)}


def situation(title="", **fields):
    """A life situation."""
    title = title or f"Ситуація {next(_numbers)}"
    return publish(SituationPage(title=title, **fields), below(SituationIndexPage))


def situations_in_bulk(number):
    """Many situations with little work."""
    index = below(SituationIndexPage)
    for _ in range(number):
        title = f"Ситуація {next(_numbers)}"
        index.add_child(instance=SituationPage(title=title, lead="Коротко."))


def tagged_in_bulk(page, number):
    """Many services that name the situation `page`, with little work."""
    index, tag = below(ServiceIndexPage), ServicePage.situations.through
    added = [
        index.add_child(instance=ServicePage(title=f"Послуга {next(_numbers)}", lead="Коротко.")) for _ in range(number)
    ]
    tag.objects.bulk_create(tag(servicepage_id=row.pk, situationpage_id=page.pk) for row in added)


def question(key, *options, text="", hint=""):
    """A question; options are pairs (answer, short name it leads to)."""
    answers = [{"label": label, "leads_to": target} for label, target in options]
    return "question", {"key": key, "text": text or f"Питання {key}?", "hint": hint, "options": answers}


def outcome(key, *pages, title="", text="<p>Прийдіть до нас.</p>"):
    """A result."""
    return "outcome", {"key": key, "title": title or f"Результат {key}", "text": text, "pages": list(pages)}


def tree(*nodes):
    """The value of the block."""
    return FinderTree().normalize(list(nodes))


def finder(*nodes, language="uk"):
    """The page with these questions and results."""
    page = below(FinderPage, language)
    page.tree = list(nodes)
    page.save_revision().publish()
    return page


def guide(title="", *, parts=(), **fields):
    """A guide with parts of these titles, in this order."""
    page = publish(GuidePage(title=title or f"Порадник {next(_numbers)}", **fields), below(HandbookIndexPage))
    for name in parts:
        part(page, name)
    return page


def part(page, title, **fields):
    """One part of a guide."""
    return publish(GuidePartPage(title=title, **fields), page)


def problem(title="", *, phones=(), **fields):
    """A way out of trouble."""
    title = title or f"Біда {next(_numbers)}"
    page = publish(ProblemGuidePage(title=title, **fields), below(HandbookIndexPage))
    page.phones.set(phones)
    page.save()
    return page


def phone(number="0 400 000 001", name="", **fields):
    """A useful phone."""
    return UsefulPhone.objects.create(number=number, name=name or f"Служба {next(_numbers)}", **fields)


def twin(page, title, language="en"):
    """The published twin of a page in another language."""
    other = page.copy_for_translation(Locale.objects.get(language_code=language), copy_parents=True)
    other.title = title
    other.save_revision().publish()
    return type(page).objects.get(pk=other.pk)


def text_of(client, address, **query):
    """What a reader gets, after making sure that it is a page."""
    answer = client.get(address, query)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()
