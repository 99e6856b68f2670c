"""A service as plain values, the same whether it comes from the site or from a file; and the rows that values name."""

from django.utils.translation import gettext as _

from cms.models import Audience, PlacePage, SamplePage, ServiceIndexPage, ServicePage, ServiceProvider, SituationPage

from .columns import SERVICES, STEPS

PREFETCH = (
    "documents__sample", "fees", "terms", "refusal_grounds", "legal_acts", "places", "situations", "samples", "audiences",
)  # fmt: skip


class Tree:
    """Services of one language by address: the slugs between the catalogue and the page, joined by a slash."""

    def __init__(self, language):
        self.language = language
        self.catalogue = ServiceIndexPage.objects.filter(locale__language_code=language).order_by("path").first()

    def pages(self):
        """All services of the catalogue, in the order of the tree."""
        if self.catalogue is None:
            return ServicePage.objects.none()
        rows = ServicePage.objects.descendant_of(self.catalogue).order_by("path")
        return rows.select_related("provider", "latest_revision", "locale").prefetch_related(*PREFETCH)

    def address(self, page):
        """The address of a page below the catalogue."""
        return page.url_path.removeprefix(self.catalogue.url_path).strip("/")

    def by_address(self, addresses):
        """The pages that stand at `addresses`, in a dict."""
        if self.catalogue is None:
            return {}
        paths = [f"{self.catalogue.url_path}{address}/" for address in addresses]
        found = {}
        for start in range(0, len(paths), 500):
            for page in self.pages().filter(url_path__in=paths[start : start + 500]):
                found[self.address(page)] = page
        return found


class Lookups:
    """Rows that cells name, read once."""

    def __init__(self, language):
        def by_slug(model):
            return {page.slug: page for page in model.objects.filter(locale__language_code=language).order_by("-path")}

        self.tables = {
            "providers": {row.name: row for row in ServiceProvider.objects.all()},
            "audiences": {row.name: row for row in Audience.objects.all()},
            "places": by_slug(PlacePage),
            "situations": by_slug(SituationPage),
            "samples": by_slug(SamplePage),
        }

    def find(self, table, name):
        """The row, or None."""
        return self.tables[table].get(name)


def newest(page):
    """The latest draft of a page, or the page itself when nothing waits to be published."""
    if page.has_unpublished_changes and page.latest_revision is not None:
        return page.latest_revision.as_object()
    return page


def fields_of(service):
    """{field: value} of the card."""
    return {column.field: column.cells.tidy(getattr(service, column.field)) for column in SERVICES.values}


def rows_of(service, sheet):
    """[{field: value}] of one list of the card."""
    if sheet is STEPS:
        return [_values(sheet, block.value.get) for block in service.algorithm]
    return [_values(sheet, row.__getattribute__) for row in getattr(service, sheet.relation).all()]


def _values(sheet, get):
    return {column.field: column.cells.tidy(get(column.field)) for column in sheet.values}


def status(page):
    """“published”, “draft”, “published, changes wait” in words; Wagtail's own words cost two questions a page."""
    if not page.live:
        return _("draft")
    return _("published, changes wait") if page.has_unpublished_changes else _("published")
