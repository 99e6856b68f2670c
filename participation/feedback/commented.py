"""Comments as a source of summaries: how many stand in each discussion, never what they say."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from participation.comments.models import Comment
from participation.feedback.target import midnight_of
from participation.sources import Source, Total

MOST_THREADS = 100


def by_thread(since, until):
    """Totals of comments of residents in view, written within the period, by discussion; the largest first."""
    written = Comment.objects.shown().filter(is_official=False, created_at__gte=midnight_of(since))
    written = written.filter(created_at__lt=midnight_of(until, after=True)).order_by()
    rows = written.values("thread", "thread__title").annotate(number=Count("pk")).order_by("-number", "thread")
    return [Total(str(row["thread"]), row["thread__title"], row["number"]) for row in rows[:MOST_THREADS]]


SOURCE = Source("comments", _("Comments"), totals=by_thread)
