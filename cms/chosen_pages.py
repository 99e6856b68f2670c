"""Pages that an editor chose, as a reader may see them: published, unrestricted, in the reader's language where there is one."""

from dataclasses import dataclass

from wagtail.models import Locale, Page

from cms.alphabet import sort_key


@dataclass(frozen=True)
class PageLink:
    """What a list prints of a page; `lang` is set when the page is in another language than the list."""

    pk: int
    title: str
    url: str
    text: str = ""
    lang: str = ""


def links_to(chosen, page, request=None):
    """Give {key of a chosen page: PageLink} for the readers of `page`; those that they cannot open are left out.

    `chosen` may hold None for pages that were deleted. The number of queries does not grow with the number of pages.
    """
    keys = {other.pk: other.translation_key for other in chosen if other is not None}
    if not keys:
        return {}
    locales = {locale.pk: locale for locale in Locale.objects.all()}
    by_key, twins = {}, {}
    twins_too = Page.objects.filter(translation_key__in=set(keys.values())).live().public()
    for found in twins_too.order_by("pk").specific():
        found.locale = locales[found.locale_id]
        by_key[found.pk] = found
        if found.locale_id == page.locale_id:
            twins[found.translation_key] = found
    shown = {key: twins.get(translation_key) or by_key.get(key) for key, translation_key in keys.items()}
    links = {key: _link(found, page, request) for key, found in shown.items() if found is not None}
    return {key: link for key, link in links.items() if link.url}


def _link(found, page, request):
    other_language = found.locale_id != page.locale_id
    return PageLink(
        pk=found.pk,
        title=found.title,
        url=found.get_url(request) or "",
        text=getattr(found, "summary", ""),
        lang=found.locale.language_code if other_language else "",
    )


def by_alphabet(links):
    """Each page once, А to Я."""
    once = {link.pk: link for link in links}
    return sorted(once.values(), key=lambda link: (sort_key(link.title), link.pk))
