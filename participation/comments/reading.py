"""What a page with a discussion needs, in a constant number of queries."""

from django.db.models import Count

from participation.comments.models import Comment


def counts_by_anchor(thread):
    """Return {anchor: number of comments in view} of a discussion."""
    rows = Comment.objects.shown().filter(thread=thread).exclude(anchor="").order_by()
    return dict(rows.values_list("anchor").annotate(number=Count("pk")))
