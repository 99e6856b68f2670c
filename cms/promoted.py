"""What editors put first for certain search words."""

from django.db.models import F
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.search.utils import normalise_query_string

from core.query import clean_search


def promoted(query, user=None):
    """Promotions for the words of a search, in the editors' order; those whose page readers cannot see are left out.

    `query` may be anything that was typed. Each promotion has `.page` (published, open) or `.external_link_url`,
    `.external_link_text` and `.description`.
    """
    words = normalise_query_string(clean_search(query))
    if not words:
        return []
    placed = F("sort_order").asc(nulls_last=True)  # databases disagree where a missing place stands
    found = SearchPromotion.objects.filter(query__query_string=words).select_related("page").order_by(placed, "pk")
    return [promotion for promotion in found if promotion.page_id is None or _is_visible(promotion.page)]


def _is_visible(page):
    return page.live and not page.get_view_restrictions().exists()
