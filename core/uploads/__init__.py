"""Files that people send in: known by their content, limited, checksummed, scanned, kept privately, served safely."""

from .fields import FilesField, FilesInput
from .serving import serve, serve_to
from .storing import ScanState, StoredFile

__all__ = ["FilesField", "FilesInput", "ScanState", "StoredFile", "serve", "serve_to"]
