"""The sitting as it stands now: for the staff's screen and for the hall."""

from participation.hearings.enums import TurnState
from participation.hearings.reading import places_of


def clock_of(delta):
    """A length of time as minutes and seconds; a minus when the limit is over."""
    seconds = int(delta.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'−' if seconds < 0 else ''}{minutes}:{rest:02}"


def screen(hearing, now):
    """What is going on: who speaks, how much time is left, who waits, whether there is a quorum."""
    pauses, turns = list(hearing.pauses.all()), list(hearing.turns.all())
    present = hearing.registrations.present().count()
    speaking = next((turn for turn in turns if turn.state == TurnState.SPEAKING), None)
    left = speaking.left(pauses, now) if speaking else None
    return {
        "hearing": hearing,
        "now": now,
        "pause": next((pause for pause in pauses if pause.ended_at is None), None),
        "speaking": speaking,
        "left": clock_of(left) if speaking else "",
        "is_over": bool(speaking and left.total_seconds() < 0),
        "queue": [turn for turn in turns if turn.state == TurnState.WAITING],
        "spoken": [
            (turn, clock_of(turn.spoken(pauses, now)))
            for turn in turns
            if turn.state in (TurnState.DONE, TurnState.SKIPPED)
        ],
        "agenda": list(hearing.agenda.all()),
        "present": present,
        "has_quorum": present >= hearing.quorum,
        "places": places_of(hearing),
    }
