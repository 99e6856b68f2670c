"""The room's verbs; states change by `casework.services.fire`."""

from .door import check_in, undo_check_in, walk_in
from .errors import AlreadyRegistered, NotPossible
from .forgetting import forget
from .lapsing import lapse_due
from .notice import counted, notice_end
from .places import release_reserved, set_places
from .registering import cancel, register, send_again
from .reminding import remind
from .speaking import add_minute, add_speaker, call, call_next, finish, put_first, skip
from .telling import tell_registered

__all__ = [
    "AlreadyRegistered",
    "NotPossible",
    "add_minute",
    "add_speaker",
    "call",
    "call_next",
    "cancel",
    "check_in",
    "counted",
    "finish",
    "forget",
    "lapse_due",
    "notice_end",
    "put_first",
    "register",
    "release_reserved",
    "remind",
    "send_again",
    "set_places",
    "skip",
    "tell_registered",
    "undo_check_in",
    "walk_in",
]
