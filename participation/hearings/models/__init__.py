"""The room's tables."""

from .file import AgendaItem, HearingDocument, HearingVote, NoticeProof
from .hearing import Hearing
from .proposal import HearingProposal
from .seats import Registration, Seat
from .sitting import Pause, SpeakerTurn

__all__ = [
    "AgendaItem",
    "Hearing",
    "HearingDocument",
    "HearingProposal",
    "HearingVote",
    "NoticeProof",
    "Pause",
    "Registration",
    "Seat",
    "SpeakerTurn",
]
