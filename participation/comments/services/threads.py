"""Starting and closing discussions: verbs that rooms call."""

from participation.comments.models import Thread


def start_thread(kind, *, title, address="", closes_at=None):
    """Start a discussion about what is called `title` and stands at the path `address`."""
    return Thread.objects.create(kind=kind, title=title[:300], address=address, closes_at=closes_at)


def close_thread(thread):
    """Nobody writes any more; what is written stays."""
    Thread.objects.filter(pk=thread.pk).update(is_open=False)
    thread.is_open = False
    return thread


def open_thread(thread, *, closes_at=None):
    """Let people write again, until `closes_at` if given."""
    Thread.objects.filter(pk=thread.pk).update(is_open=True, closes_at=closes_at)
    thread.is_open, thread.closes_at = True, closes_at
    return thread
