"""The register's tables."""

from .answer import Answer
from .applicant import Applicant
from .attachment import Attachment
from .case import Case
from .clock import Clock, Reminder
from .event import CaseEvent
from .message import CaseNote, Message
from .numbering import NumberSequence, ProcedureState

__all__ = [
    "Answer",
    "Applicant",
    "Attachment",
    "Case",
    "CaseEvent",
    "CaseNote",
    "Clock",
    "Message",
    "NumberSequence",
    "ProcedureState",
    "Reminder",
]
