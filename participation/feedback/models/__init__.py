"""Tables of summarised feedback (зведений зворотний зв’язок)."""

from .measure import Measure, MeasureUpdate
from .summary import Summary
from .theme import ChosenCase, Theme, Voice

__all__ = ["ChosenCase", "Measure", "MeasureUpdate", "Summary", "Theme", "Voice"]
