"""Tables of summarised feedback (зведений зворотний зв’язок)."""

from .evidence import Evidence
from .measure import Measure, MeasureUpdate
from .quote import Quote
from .subscription import Subscription
from .summary import Summary
from .theme import ChosenCase, ChosenTag, Tally, Theme, Voice

__all__ = [
    "ChosenCase",
    "ChosenTag",
    "Evidence",
    "Measure",
    "MeasureUpdate",
    "Quote",
    "Subscription",
    "Summary",
    "Tally",
    "Theme",
    "Voice",
]
