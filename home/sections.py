"""What the front page gathers from the rooms. home stands above the rooms and asks them directly.

To add a room (public requests, feedback summaries, hearings): write a function here that takes (page, request) and
returns what its part of the template prints, or None when the room has nothing to say, and put it into SECTIONS.
The template `home/home_page.html` includes `home/sections/<key>.html` for every section that said something, in the
order of SECTIONS.
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
    """Ask every room: {"sections": [(template, what it said), …]} without the rooms that are silent."""
    said = ((f"home/sections/{key}.html", function(page, request)) for key, function in SECTIONS.items())
    return {"sections": [(template, section) for template, section in said if section is not None]}
