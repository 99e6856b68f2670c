"""Who may write, answer, change and take back."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from participation.comments import kinds, numbers
from participation.moderation.enums import State
from participation.statute.numbers import value


def why_not_comment(thread, user, parent=None, now=None):
    """Why `user` may not write here now; empty when they may."""
    if not user.is_authenticated or not user.is_active:
        return _("Sign in to comment.")
    if not kinds.may_read(thread, user):
        return _("You cannot read this discussion.")
    if not thread.takes_comments(now):
        return _("The discussion is closed.")
    if parent is not None and (parent.thread_id != thread.pk or not parent.is_shown):
        return _("The comment that you answer is no longer in view.")
    return kinds.why_closed(thread, user)


def edit_ends(comment):
    """The moment until which its author may change it."""
    return comment.created_at + timedelta(minutes=value(numbers.EDIT_MINUTES).value)


def why_not_edit(comment, user, now=None):
    """Why `user` may not change a comment; empty when they may: the author, for a while, unless it is hidden."""
    if not user.is_authenticated or comment.author_id != user.pk:
        return _("Only the author may change a comment.")
    if comment.is_withdrawn:
        return _("You have taken this comment back.")
    if comment.contribution.state == State.HIDDEN:
        return _("A moderator hid this comment. You may appeal, but not change it.")
    if (now or timezone.now()) > edit_ends(comment):
        return _("The time for changes has passed. You may take the comment back or write another.")
    return ""


def why_not_withdraw(comment, user):
    """Why `user` may not take a comment back; empty when they may: the author, at any time."""
    if not user.is_authenticated or comment.author_id != user.pk:
        return _("Only the author may take a comment back.")
    if comment.is_withdrawn:
        return _("You have taken this comment back.")
    return ""
