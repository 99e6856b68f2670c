"""Writing, changing and taking back comments."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.text import clean_text
from participation.comments import mail, rules
from participation.comments.models import Comment, Thread, Version
from participation.comments.services.counting import recount
from participation.moderation import services as moderation
from participation.moderation.errors import NotAllowed
from participation.moderation.rules import links_in_first_posts

KIND = "comment"
MAX_LENGTH = 3000
SAME_WITHIN = timedelta(minutes=10)


@transaction.atomic
def comment(thread, *, actor, text, parent=None, anchor="", is_official=False, now=None):
    """Write a comment; an answer takes its place in the branch of what it answers. Raises NotAllowed.

    An official one is marked with the position of the employee who writes it.
    """
    now = now or timezone.now()
    thread = Thread.objects.select_for_update().get(pk=thread.pk)
    parent = Comment.objects.select_related("contribution").get(pk=parent.pk) if parent else None
    if is_official and not actor.is_official_staff:
        raise NotAllowed(_("Only employees write official comments."))
    if why := rules.why_not_comment(thread, actor, parent, now):
        raise NotAllowed(why)
    text = checked(actor, text)
    if same := already(thread, parent, actor, text, now):
        return same
    made = written(thread, actor, text, parent, anchor, is_official, now)
    recount(made)
    if is_official and parent:
        mail.tell_of_official_answer(made, parent)
    return made


def written(thread, actor, text, parent, anchor, is_official, now):
    """The row of a comment with its contribution, which stands at the comment's own page."""
    contribution = moderation.open_contribution(KIND, author=actor, text=text, address=thread.address, now=now)
    made = Comment.objects.create(
        thread=thread,
        parent=parent,
        root_id=(parent.root_id or parent.pk) if parent else None,
        contribution=contribution,
        author=actor,
        author_name=contribution.author_name,
        position=actor.position if is_official else "",
        text=text,
        anchor=anchor or (parent.anchor if parent else ""),
        is_official=is_official,
        created_at=now,
    )
    contribution.address = place_of(made)
    contribution.save(update_fields=["address"])
    return made


def already(thread, parent, actor, text, now):
    """The same words of the same person at the same place a moment ago: a double click, not a second comment.

    Whoever waited for the lock may have begun before the other wrote, so the first may be the younger one.
    """
    rows = Comment.objects.filter(thread=thread, parent=parent, author=actor, text=text)
    return rows.filter(created_at__gt=now - SAME_WITHIN).first()


def place_of(comment):
    """Where a comment stands: its own page, which shows the branch and leads to the discussion."""
    with translation.override(settings.LANGUAGE_CODE):
        return reverse("comments:comment", args=[comment.pk])


def checked(actor, text):
    """The words as they are stored. Raises NotAllowed for none, too many, or a link in a first post."""
    text = clean_text(text)
    if not text:
        raise NotAllowed(_("Write something."))
    if len(text) > MAX_LENGTH:
        raise NotAllowed(_("The comment is too long."))
    if why := links_in_first_posts(actor, text):
        raise NotAllowed(why)
    return text


@transaction.atomic
def edit(comment, *, actor, text, now=None):
    """Change one's own comment within the window; the text before stays in its history. Raises NotAllowed."""
    now = now or timezone.now()
    row = locked(comment)
    if why := rules.why_not_edit(row, actor, now):
        raise NotAllowed(why)
    text = checked(actor, text)
    if text == row.text:
        return row
    Version.objects.create(comment=row, text=row.text, until=now)
    row.text, row.edited_at = text, now
    row.save(update_fields=["text", "edited_at"])
    moderation.retext(row.contribution, text=text, now=now)
    return row


@transaction.atomic
def withdraw(comment, *, actor, now=None):
    """Take one's own comment back: its text and history are gone, its answers stay. Raises NotAllowed.

    Words that were reported or decided about stay for moderators: a threat does not vanish with a click.
    """
    row = locked(comment)
    if why := rules.why_not_withdraw(row, actor):
        raise NotAllowed(why)
    row.versions.all().delete()
    row.text = ""
    row.save(update_fields=["text"])
    if not row.contribution.is_known_to_moderators():
        moderation.retext(row.contribution, text="", now=now)
    moderation.withdraw(row.contribution, now=now)
    return locked(row)


def locked(comment):
    """Read the comment anew under a lock."""
    return Comment.objects.select_for_update(of=("self",)).select_related("contribution", "thread").get(pk=comment.pk)
