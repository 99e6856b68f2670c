"""The verbs of collecting voices."""

from .collecting import close_collection, count, open_collection
from .forgetting import close_with_cases, erase_names, erase_old_names
from .keying import key_in
from .sheets import print_sheets, take_scan
from .striking import restore, strike, take_back
from .voices import sign

__all__ = [
    "close_collection",
    "close_with_cases",
    "count",
    "erase_names",
    "erase_old_names",
    "key_in",
    "open_collection",
    "print_sheets",
    "restore",
    "sign",
    "strike",
    "take_back",
    "take_scan",
]
