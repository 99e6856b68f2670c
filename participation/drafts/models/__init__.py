"""The room's tables."""

from .consultation import Consultation
from .decision import CommentDecision
from .document import Document
from .version import DocumentVersion, Paragraph

__all__ = ["CommentDecision", "Consultation", "Document", "DocumentVersion", "Paragraph"]
