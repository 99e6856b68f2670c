"""The verbs of draft documents."""

from .consulting import close_windows, start_consultation
from .deciding import decide
from .documents import change_document, start_document
from .importing import import_docx
from .opening import open_comments
from .publishing import NotReady, publish_version, settle

__all__ = [
    "NotReady",
    "change_document",
    "close_windows",
    "decide",
    "import_docx",
    "open_comments",
    "publish_version",
    "settle",
    "start_consultation",
    "start_document",
]
