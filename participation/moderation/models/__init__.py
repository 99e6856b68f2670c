"""Tables of moderation: public words of people, reports about them, decisions, appeals."""

from .contribution import Contribution
from .decision import Appeal, Decision
from .report import Report

__all__ = ["Appeal", "Contribution", "Decision", "Report"]
