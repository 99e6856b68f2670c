"""The room's tables."""

from .copying import CopyingCap, CopyingTariff
from .refusal import Refusal, RefusalGround
from .request import Forwarding, InformationRequest
from .suggestion import Suggestion, SuggestionTopic

__all__ = [
    "CopyingCap",
    "CopyingTariff",
    "Forwarding",
    "InformationRequest",
    "Refusal",
    "RefusalGround",
    "Suggestion",
    "SuggestionTopic",
]
