"""The verbs of summarised feedback."""

from .choosing import add_cases, place_cases, remove_cases
from .composing import change_summary, discard_summary, save_measure, save_theme, start_summary, take_out
from .measures import record_update, remind_owners
from .publishing import approve, correct, publish, send_back, submit

__all__ = [
    "add_cases",
    "approve",
    "change_summary",
    "correct",
    "discard_summary",
    "place_cases",
    "publish",
    "record_update",
    "remind_owners",
    "remove_cases",
    "save_measure",
    "save_theme",
    "send_back",
    "start_summary",
    "submit",
    "take_out",
]
