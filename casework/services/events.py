"""Writing the story of a case, and proving that nobody rewrote it."""

import json

from casework.enums import Audience
from casework.models import CaseEvent


def append_event(
    case, event, *, actor, acted_as, at, from_state=None, to_state=None, audience=Audience.STAFF, data=None
):
    """Append one event to the locked `case` and return it; `data` must hold no personal data."""
    last = CaseEvent.objects.filter(case=case.pk).order_by("-sequence").values("sequence", "hash").first()
    row = CaseEvent(
        case_id=case.pk,
        sequence=last["sequence"] + 1 if last else 1,
        event=event,
        from_state=case.state if from_state is None else from_state,
        to_state=case.state if to_state is None else to_state,
        actor=actor.user,
        acted_as=acted_as,
        at=at,
        audience=audience,
        data=json.loads(json.dumps(data or {}, default=str)),  # what is stored is what is hashed
        previous_hash=last["hash"] if last else "",
    )
    row.hash = row.digest()
    row.save(force_insert=True)
    return row


def verify_chain(case):
    """Return the sequence numbers of events of `case` that do not fit the chain: none when all is well."""
    broken, previous, expected = [], "", 1
    for row in CaseEvent.objects.filter(case=case.pk).order_by("sequence"):
        if row.sequence != expected or row.previous_hash != previous or row.hash != row.digest():
            broken.append(row.sequence)
        previous, expected = row.hash, row.sequence + 1
    return broken
