"""What staff may do with a letter."""

from django.db import transaction
from django.utils import timezone

from core.commit import once_on_commit
from core.models import Letter, LetterState

from .addresses import forgive
from .tasks import enqueue_delivery
from .writing import message_id

RESENDABLE = (LetterState.SENT, LetterState.FAILED, LetterState.CANCELLED)


class NotResendable(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The letter is on its way already."""


@transaction.atomic
def resend(letter):
    """Send a letter again because a person asked for it; return the Letter, WAITING. Raises NotResendable.

    It gets a new Message-ID, for mail servers drop a message that they have seen, and a bounce of its address is forgotten.
    """
    locked = Letter.objects.select_for_update().get(pk=letter.pk)
    if locked.state not in RESENDABLE:
        raise NotResendable(locked.get_state_display())
    forgive(locked.recipient)
    now = timezone.now()
    locked.message_id = message_id(locked.event, locked.recipient, locked.kind, salt=now.isoformat())
    locked.state, locked.attempts, locked.next_attempt_at, locked.last_error = LetterState.WAITING, 0, now, ""
    locked.save(update_fields=["message_id", "state", "attempts", "next_attempt_at", "last_error"])
    once_on_commit(enqueue_delivery)
    return locked
