"""The register's verbs."""

from .clocks import recompute_clocks
from .events import append_event, verify_chain
from .intake import Receipt, submit
from .reminders import send_due_reminders
from .tracking import find_case, tracking_code, tracking_link
from .transitions import allowed, fire

__all__ = [
    "Receipt",
    "allowed",
    "append_event",
    "find_case",
    "fire",
    "recompute_clocks",
    "send_due_reminders",
    "submit",
    "tracking_code",
    "tracking_link",
    "verify_chain",
]
