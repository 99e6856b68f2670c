"""The verbs of summarised feedback."""

from .composing import add_cases, place_cases, remove_cases, start_summary
from .measures import record_update, remind_owners
from .publishing import approve, correct, publish, send_back, submit

__all__ = [
    "add_cases",
    "approve",
    "correct",
    "place_cases",
    "publish",
    "record_update",
    "remind_owners",
    "remove_cases",
    "send_back",
    "start_summary",
    "submit",
]
