"""The verbs of summarised feedback."""

from .choosing import add_cases, place_cases, remove_cases, tag_cases
from .composing import change_summary, discard_summary, save_measure, save_theme, start_summary, take_out
from .counting import count_in, save_tally
from .measures import record_update, remind_owners
from .proving import add_evidence, drop_evidence, verify
from .publishing import approve, correct, publish, send_back, submit
from .quoting import answer_consent, ask_consent, choose_quote, drop_quote, record_consent
from .subscribing import ask_to_subscribe, confirm_subscription, forget_unconfirmed, unsubscribe

__all__ = [
    "add_cases",
    "add_evidence",
    "answer_consent",
    "approve",
    "ask_consent",
    "ask_to_subscribe",
    "change_summary",
    "choose_quote",
    "confirm_subscription",
    "correct",
    "count_in",
    "discard_summary",
    "drop_evidence",
    "drop_quote",
    "forget_unconfirmed",
    "place_cases",
    "publish",
    "record_consent",
    "record_update",
    "remind_owners",
    "remove_cases",
    "save_measure",
    "save_tally",
    "save_theme",
    "send_back",
    "start_summary",
    "submit",
    "tag_cases",
    "take_out",
    "unsubscribe",
    "verify",
]
