"""Co-authors: invited by e-mail, shown only when they agree."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.errors import Refused
from core import outbox
from participation.ideas.models import CoAuthor, Idea

MOST = 10


@transaction.atomic
def invite(idea, *, user, email, now=None):
    """Invite a person to be co-author of the user's own idea; repeated, the same invitation. Raises Refused."""
    idea = Idea.objects.select_for_update().get(pk=idea.pk)
    if idea.submitter_id != user.pk:
        raise Refused(_("Only the author invites co-authors."))
    if idea.state_rule.is_final:
        raise Refused(_("The idea is finished."))
    email = email.strip().lower()
    if email == user.email.lower():
        raise Refused(_("You are the author already."))
    known = idea.co_authors.filter(email=email).first()
    if known is not None:
        return known
    if idea.co_authors.count() >= MOST:
        raise Refused(_("No more than %(number)d people can be invited.") % {"number": MOST})
    invited = CoAuthor.objects.create(idea=idea, email=email, invited_at=now or timezone.now())
    outbox.write(
        "ideas/invitation",
        event=f"case:{idea.pk}:co-author:{invited.pk}",
        recipient=email,
        context={"title": idea.public_title, "author": user.name, "link": idea.page_link},
        language=user.language,
    )
    return invited


@transaction.atomic
def answer_invitation(idea, *, user, agrees, now=None):
    """Agree or decline; an agreed co-author may step down later. Raises Refused when nobody invited the user."""
    rows = CoAuthor.objects.select_for_update().filter(idea=idea)
    person = rows.filter(user=user).first() or rows.filter(user=None, email=user.email.lower()).first()
    if person is None:
        raise Refused(_("You were not invited to this idea."))
    now = now or timezone.now()
    person.user = user
    person.agreed_at, person.declined_at = (now, None) if agrees else (None, now)
    person.save(update_fields=["user", "agreed_at", "declined_at"])
    return person
