"""What the front page gathers from the rooms. home stands above the rooms and asks them directly.

To add a room write a function here that takes (page, request) and returns what its template prints as `section`, or None
when the room has nothing to say, and name it in SECTIONS. The places on the page (templates/home/home_page.html), as in
the look of the house:

    participation   cards on the grey band: what residents decide now (hearings, petitions, surveys)
    summary         the wide column "you said, we did"; news then stand beside it as a short list
    news            the whole width when there is no summary

Each key has its template home/sections/<key>.html.
"""

from cms.models import NewsIndexPage

LATEST_NEWS = 6


def news(page, request):
    """The newest news in the language of `page`, with their index."""
    index = NewsIndexPage.objects.child_of(page).live().first()
    if index is None:
        return None
    return {"index": index, "items": list(index.news(request.user).for_cards()[:LATEST_NEWS])}


SECTIONS = {"news": news}


def gather(page, request):
    """Ask every room: {key: what it said, or None}."""
    return {key: function(page, request) for key, function in SECTIONS.items()}
