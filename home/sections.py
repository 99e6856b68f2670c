"""What the front page gathers from the rooms. home stands above the rooms and asks them directly.

To add a room write a function here that takes (page, request) and returns what its template prints as `section`, or None
when the room has nothing to say, and name it in SECTIONS. The places on the page (templates/home/home_page.html), as in
the look of the house:

    situations      cards of life situations under the tasks
    participation   cards on the grey band: what residents decide now (hearings, petitions, surveys)
    summary         the wide column "you said, we did"; news then stand beside it as a short list
    news            the whole width when there is no summary
    mobile          one line under the tasks: the next visit of the mobile centre

Each key has its template home/sections/<key>.html.
"""

from django.utils import timezone

from cms.addresses import page_address
from cms.models import MobileIndexPage, MobileStop, NewsIndexPage, SituationIndexPage
from participation import openings
from participation.feedback.models import Measure, Summary
from participation.feedback.reading import for_page

LATEST_NEWS = 6
NEAREST = 3
SITUATIONS = 8


def news(page, request):
    """The newest news in the language of `page`, with their index."""
    index = NewsIndexPage.objects.child_of(page).live().first()
    if index is None:
        return None
    return {"index": index, "items": list(index.news(request.user).for_cards()[:LATEST_NEWS])}


def participation(page, request):
    """What residents can do now, what ends first at the top; promised measures fill the places that are left."""
    opened = openings.open_now(timezone.now())[:NEAREST]
    measures = Measure.objects.promised().unfinished().select_related("theme__summary").order_by("due_on", "pk")
    found = list(measures[: NEAREST - len(opened)])
    return {"openings": opened, "measures": found} if opened or found else None


def summary(page, request):
    """The newest published summary with the chart of its themes and one decision."""
    found = Summary.objects.published().select_related("unit").first()
    if found is None:
        return None
    content = for_page(found)
    return {"summary": found, "content": content, "first": content["themes"][0] if content["themes"] else None}


def situations(page, request):
    """The first life situations in the language of `page`, and the questions that find a service."""
    index = SituationIndexPage.objects.child_of(page).live().order_by("path").first()
    items = list(index.situations(request.user)[:SITUATIONS]) if index else []
    return {"index": index, "items": items, "finder_url": page_address("znaity-posluhu")()} if items else None


def mobile(page, request):
    """The next visit of the mobile centre: to the settlement of a signed-in reader, otherwise anywhere."""
    index = MobileIndexPage.objects.child_of(page).live().first()
    if index is None:
        return None
    coming = MobileStop.objects.coming().select_related("visit", "settlement")
    own = getattr(request.user, "settlement_id", None)
    stop = (coming.filter(settlement=own).first() if own else None) or coming.first()
    return {"index": index, "stop": stop} if stop else None


SECTIONS = {
    "situations": situations,
    "mobile": mobile,
    "participation": participation,
    "summary": summary,
    "news": news,
}


def gather(page, request):
    """Ask every room: {key: what it said, or None}."""
    return {key: function(page, request) for key, function in SECTIONS.items()}
