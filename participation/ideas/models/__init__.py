"""Calls for ideas, from a resident's draft to what was done."""

from .answer import OfficialAnswer
from .call import CallCheck, CallField, IdeaCall, IdeaTag
from .evaluation import Evaluation, EvaluationCheck
from .idea import Idea
from .milestone import Milestone
from .people import CoAuthor
from .words import IdeaVersion, IdeaWord

__all__ = [
    "CallCheck",
    "CallField",
    "CoAuthor",
    "Evaluation",
    "EvaluationCheck",
    "Idea",
    "IdeaCall",
    "IdeaTag",
    "IdeaVersion",
    "IdeaWord",
    "Milestone",
    "OfficialAnswer",
]
