"""What moderators decide about an idea and what it means here."""

from django.utils.translation import gettext_lazy as _

from casework.enums import Visibility
from participation.ideas.effects import KIND as KEY
from participation.ideas.models import CoAuthor, Idea
from participation.moderation.kinds import Kind


def follow_state(contribution):
    """A hidden idea leaves the public list with everything about it, a restored one comes back."""
    idea = Idea.objects.select_for_update().filter(contribution=contribution).first()
    if idea is not None:
        idea.visibility = Visibility.REGISTER if contribution.is_shown else Visibility.PRIVATE
        idea.save(update_fields=["visibility"])


def is_co_author(contribution, user):
    """A co-author's words are their own too."""
    return CoAuthor.objects.agreed().filter(idea__contribution=contribution, user=user).exists()


KIND = Kind(KEY, _("Idea"), _("Ideas"), on_change=follow_state, is_own=is_co_author)
