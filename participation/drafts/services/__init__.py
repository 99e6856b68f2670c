"""The verbs of draft documents."""

from .documents import change_document, start_document
from .importing import import_docx
from .publishing import NotReady, publish_version, settle

__all__ = ["NotReady", "change_document", "import_docx", "publish_version", "settle", "start_document"]
