"""The queue of speakers, run from one screen. Nobody speaks while the sitting is interrupted."""

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone
from django.utils.translation import gettext as _

from participation.hearings.enums import TurnState
from participation.hearings.models import SpeakerTurn
from participation.hearings.services.errors import NotPossible
from participation.hearings.services.locking import locked

WAITING, SPEAKING, DONE, SKIPPED = TurnState.values


def queue_up(hearing, registration):
    """Put a registered person into the queue once."""
    turn = registration.turns.first()
    return turn or _append(hearing, name=registration.name, topic=registration.topic, registration=registration)


@transaction.atomic
def add_speaker(hearing, *, name, topic="", minutes=None):
    """Put somebody at the end of the queue."""
    return _append(locked(hearing), name=name, topic=topic, minutes=minutes)


def _append(hearing, *, name, topic="", minutes=None, registration=None):
    last = hearing.turns.aggregate(last=Max("order"))["last"] or 0
    return SpeakerTurn.objects.create(
        hearing=hearing,
        registration=registration,
        name=name,
        topic=topic,
        minutes=minutes or hearing.speech_minutes,
        order=last + 10,
    )


@transaction.atomic
def call(turn, *, now=None):
    """Give the floor to this speaker; whoever spoke has finished. Raises NotPossible."""
    now, hearing = now or timezone.now(), locked(turn.hearing)
    if hearing.state != "in_session":
        raise NotPossible(_("Speeches go on when the sitting does."))
    turn = SpeakerTurn.objects.get(pk=turn.pk)
    if turn.state != WAITING:
        raise NotPossible(_("This speaker no longer waits in the queue."))
    end_speech(hearing, now)
    turn.state, turn.started_at = SPEAKING, now
    turn.save(update_fields=["state", "started_at"])
    return turn


def call_next(hearing, *, now=None):
    """Give the floor to the first in the queue. Raises NotPossible when nobody waits."""
    turn = hearing.turns.filter(state=WAITING).first()
    if turn is None:
        raise NotPossible(_("Nobody waits in the queue."))
    return call(turn, now=now)


def end_speech(hearing, now):
    """Whoever speaks has finished; the hearing is locked."""
    hearing.turns.filter(state=SPEAKING).update(state=DONE, ended_at=now)


@transaction.atomic
def finish(hearing, *, now=None):
    """End the present speech."""
    end_speech(locked(hearing), now or timezone.now())


@transaction.atomic
def skip(turn):
    """The speaker is not here or does not wish to speak."""
    locked(turn.hearing)
    SpeakerTurn.objects.filter(pk=turn.pk, state=WAITING).update(state=SKIPPED)


@transaction.atomic
def put_first(turn):
    """Let a waiting speaker be the next."""
    hearing = locked(turn.hearing)
    waiting = hearing.turns.filter(state=WAITING)
    first = waiting.aggregate(first=Min("order"))["first"]
    if not waiting.filter(pk=turn.pk).exists() or first is None:
        return
    if first == 0:
        for other in waiting:
            other.order += 10
            other.save(update_fields=["order"])
        first = 10
    SpeakerTurn.objects.filter(pk=turn.pk).update(order=first - 1)


@transaction.atomic
def add_minute(hearing):
    """Give whoever speaks one minute more."""
    turn = locked(hearing).turns.filter(state=SPEAKING).first()
    if turn is None:
        raise NotPossible(_("Nobody speaks now."))
    SpeakerTurn.objects.filter(pk=turn.pk).update(minutes=turn.minutes + 1)
