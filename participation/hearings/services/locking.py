"""One at a time on one hearing: places, the door and the queue of speakers wait for each other here."""

from participation.hearings.models import Hearing


def locked(hearing):
    """The hearing read anew under a lock; call it inside a transaction."""
    return Hearing.objects.select_for_update().get(pk=hearing.pk)
