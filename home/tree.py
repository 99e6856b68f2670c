"""The skeleton of the site: front pages in both languages, one index for each kind of content, the pages of the footer."""

from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms.models import (
    DirectoryPage,
    DocumentIndexPage,
    FinderPage,
    HandbookIndexPage,
    MobileIndexPage,
    NewsIndexPage,
    PartnerIndexPage,
    PlaceIndexPage,
    ProjectIndexPage,
    SampleIndexPage,
    ServiceIndexPage,
    SituationIndexPage,
    StandardPage,
    StoryIndexPage,
)
from home.models import HomePage
from home.texts import ENGLISH, UKRAINIAN

# What stands below a front page: the key of its texts and the type of its pages, in the order of the tree.
SECTIONS = {
    "services": ServiceIndexPage,
    "situations": SituationIndexPage,
    "finder": FinderPage,
    "samples": SampleIndexPage,
    "places": PlaceIndexPage,
    "mobile": MobileIndexPage,
    "handbook": HandbookIndexPage,
    "indexes": NewsIndexPage,
    "directory": DirectoryPage,
    "documents": DocumentIndexPage,
    "projects": ProjectIndexPage,
    "partners": PartnerIndexPage,
    "stories": StoryIndexPage,
    "pages": StandardPage,
}
SLUGS = frozenset(fields["slug"] for key in SECTIONS for fields in UKRAINIAN[key])
WELCOME = "Welcome to your new Wagtail site!"
ROOT = "Root"  # Wagtail's own name of the root, which editors read above the list of pages


@transaction.atomic
def ensure_tree(**kwargs):
    """Make whatever of the skeleton is missing; never touch what exists. Return the Ukrainian front page.

    A site that has a front page already is left alone, even when an editor deleted some of the pages below it.
    """
    existing = HomePage.objects.filter(locale__language_code="uk").order_by("path").first()
    if existing is not None:
        return existing
    uk = Locale.objects.get_or_create(language_code="uk")[0]
    en = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title=ROOT, slug="root", locale=uk))
    Page.objects.filter(pk=root.pk, title=ROOT).update(title="Усі сторінки", draft_title="Усі сторінки")
    front = _add_front(root, uk, UKRAINIAN)
    english = _add_front(root, en, ENGLISH, translation_key=front.translation_key)
    _move_site(front)
    _remove_welcome_page(root)
    _add_below(front, UKRAINIAN)
    _add_below(english, ENGLISH, dict(front.get_children().values_list("slug", "translation_key")))
    return front


def _add_front(root, locale, texts, **fields):
    front = HomePage(**texts["home"], locale=locale, show_updated=False, **fields)
    return root.add_child(instance=front)


def _move_site(front):
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", port=80, is_default_site=True, root_page=front)
    else:
        site.root_page = front
        site.save()


def _remove_welcome_page(root):
    for page in root.get_children().filter(title=WELCOME):
        if page.specific_class is Page and page.get_children_count() == 0:
            page.delete()


def _add_below(front, texts, keys=None):
    """Add the indexes and the simple pages; `keys` gives each its translation key."""
    for key, kind in SECTIONS.items():
        for fields in texts[key]:
            extra = {"translation_key": keys[fields["slug"]]} if keys else {}
            front.add_child(instance=kind(**fields, locale=front.locale, **extra))
