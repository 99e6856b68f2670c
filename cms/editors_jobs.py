"""What `tick` does for the editorial machinery."""

from datetime import timedelta

from cms import checking, drafts, opinions
from cms.links import rounds
from core.jobs import periodic

DAY = timedelta(days=1)


@periodic("cms.letters-about-checking", every=timedelta(hours=6))
def letters_about_checking(now):
    """Write the letters of this week: whoever has theirs gets no second one, however often this runs."""
    checking.letters_of_week(now)


@periodic("cms.check-links", every=DAY)
def check_links(now):
    """Look for broken links in all published pages."""
    rounds.check_everything()


@periodic("cms.forget-opinions", every=DAY)
def forget_opinions(now):
    """Empty lines of opinions older than a year; delete links to drafts that ended a year ago."""
    opinions.forget_lines(now)
    drafts.forget_closed(now)


JOBS = [letters_about_checking, check_links, forget_opinions]
