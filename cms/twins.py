"""Pages that a page points at, in the language of the page: keys copied with a translation still lead to the original."""


def in_language(pages, locale_id):
    """Return the published `pages` in their order, each replaced by its published twin of that language where there is one.

    One query when any of them speaks another language, none otherwise.
    """
    pages = [page for page in pages if page is not None]
    keys = [page.translation_key for page in pages if page.locale_id != locale_id]
    twins = {}
    if keys:
        found = type(pages[0])._default_manager.filter(translation_key__in=keys, locale_id=locale_id).live()
        twins = {page.translation_key: page for page in found}
    chosen = (twins.get(page.translation_key, page) for page in pages)
    return [page for page in chosen if page.live]
