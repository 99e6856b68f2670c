"""The room's tables."""

from .consultation import Consultation
from .document import Document
from .version import DocumentVersion, Paragraph

__all__ = ["Consultation", "Document", "DocumentVersion", "Paragraph"]
