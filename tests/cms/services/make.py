"""Services for tests: `service("Назва", fees=[…])` makes a published one in the Ukrainian catalogue; `services(n)` many at once."""

from itertools import count

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page

from cms.models import (
    Audience,
    PlaceIndexPage,
    PlacePage,
    SampleIndexPage,
    SamplePage,
    ServiceIndexPage,
    ServiceNotice,
    ServicePage,
    ServiceProvider,
    SituationIndexPage,
    SituationPage,
)

_numbers = count(1)
ROWS_AT_ONCE = 20
LEAD = "Внести до реєстру нову назву, адресу, керівника чи учасників, щоб укладати договори та звітувати під новими відомостями без відмов і зайвих візитів."
MANY = ("situations", "audiences", "places", "samples", "related_services")


def index(language="uk"):
    """The catalogue that came with the site."""
    return ServiceIndexPage.objects.get(locale__language_code=language)


def step(title="Подайте заяву", joins="then", **fields):
    """One step of an algorithm."""
    empty = {"optional": False, "where": [], "takes": "", "body": "", "links": [], "documents": []}
    return {"type": "step", "value": {"title": title, "joins": joins, **empty, **fields}}


def service(title="", *, parent=None, tags=(), **fields):
    """Make a published service; rows and connections are given as lists."""
    connections = {name: fields.pop(name) for name in MANY if name in fields}
    fields.setdefault("lead", "Коротко про послугу.")
    page = ServicePage(title=title or f"Послуга {next(_numbers)}", **fields)
    page.tags.add(*tags)
    for name, pages in connections.items():
        setattr(page, name, pages)
    (parent or index()).add_child(instance=page)
    page.save_revision().publish()
    return ServicePage.objects.get(pk=page.pk)


def services(number, *, parent=None, title="Послуга громади", **fields):
    """Make many published services cheaply: Django inserts no child rows in bulk, so its inner verb is called."""
    parent = type(parent or index()).objects.get(pk=(parent or index()).pk)
    kind, locale = ContentType.objects.get_for_model(ServicePage), Locale.objects.get(language_code="uk")
    common = {"depth": parent.depth + 1, "live": True, "locale": locale, "content_type": kind}
    rows = []
    for order in range(parent.numchild + 1, parent.numchild + number + 1):
        slug, path = f"posluha-{order}", Page._get_path(parent.path, parent.depth + 1, order)
        name, url_path = f"{title} {order}", f"{parent.url_path}posluha-{order}/"
        rows.append(Page(title=name, draft_title=name, slug=slug, path=path, url_path=url_path, **common))
    pages = []
    for row in Page.objects.bulk_create(rows):
        page = ServicePage(page_ptr=row, lead=LEAD, **fields)
        page.__dict__.update({name: value for name, value in row.__dict__.items() if name != "_state"})
        page.set_columns()
        pages.append(page)
    ServicePage._base_manager.all()._batched_insert(pages, ServicePage._meta.local_concrete_fields, ROWS_AT_ONCE)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + number)


def provider(name="Відділ реєстрації", **fields):
    """Make a provider."""
    return ServiceProvider.objects.create(name=name, **fields)


def audience(name="Ветерани", **fields):
    """Make an audience."""
    return Audience.objects.create(name=name, **fields)


def notice(page, text="Приймаємо до обіду.", **fields):
    """Make a notice that is shown from now on."""
    return ServiceNotice.objects.create(service=page, text=text, **fields)


def _add(index_type, page, language="uk"):
    index_type.objects.get(locale__language_code=language).add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def situation(title="Народилася дитина"):
    """Make a published life situation."""
    return _add(SituationIndexPage, SituationPage(title=title))


def sample(title="Зразок заяви"):
    """Make a published sample."""
    return _add(SampleIndexPage, SamplePage(title=title))


def place(title="Центр", **fields):
    """Make a published place."""
    return _add(PlaceIndexPage, PlacePage(title=title, **fields))
