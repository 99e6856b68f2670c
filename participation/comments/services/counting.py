"""Counts of comments in view, kept on the rows so that lists ask nothing."""

from participation.comments.models import Comment, Thread


def recount(comment):
    """Count anew what depends on one comment: its thread, its branch, what it answers."""
    thread = Thread.objects.select_for_update().get(pk=comment.thread_id)
    thread.comment_count = Comment.objects.shown().filter(thread=thread).count()
    thread.save(update_fields=["comment_count"])
    if comment.root_id:
        branch = Comment.objects.shown().filter(root=comment.root_id).count()
        Comment.objects.filter(pk=comment.root_id).update(reply_count=branch)
    if comment.parent_id and comment.parent_id != comment.root_id:
        direct = Comment.objects.shown().filter(parent=comment.parent_id).count()
        Comment.objects.filter(pk=comment.parent_id).update(reply_count=direct)


def contribution_changed(contribution):
    """A moderator decided about a comment, or its author took it back."""
    comment = Comment.objects.filter(contribution=contribution).first()
    if comment is not None:
        recount(comment)
