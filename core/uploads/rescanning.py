"""Asking the scanner again about files that came in while it was down."""

from datetime import timedelta

from django.apps import apps
from django.db.models import Q
from django.utils import timezone

from . import scanner
from .states import ScanState
from .storing import StoredFile

BATCH = 200  # files of each model in one run
FAILED_AGAIN_FOR = timedelta(days=2)  # a file that could not be read is tried again this long


def stored_file_models():
    """Every table of files in the house."""
    return [model for model in apps.get_models() if issubclass(model, StoredFile)]


def waiting(model, now):
    """The files of `model` that the scanner has not seen, or could not read lately."""
    lately = Q(scan_state=ScanState.FAILED, uploaded_at__gt=now - FAILED_AGAIN_FOR)
    return model.objects.filter(Q(scan_state=ScanState.NOT_SCANNED) | lately).order_by("uploaded_at")[:BATCH]


def rescan(now=None, *, models=None):
    """Scan what waits in `models` (all tables of files); returns how many files got a word.

    Stops at once when the scanner is down or absent.
    """
    told = 0
    if not scanner.is_configured():
        return told
    for model in stored_file_models() if models is None else models:
        for stored in waiting(model, now or timezone.now()):
            state = _scan(stored)
            if state == ScanState.NOT_SCANNED:
                return told
            model.objects.filter(pk=stored.pk).update(scan_state=state)
            told += 1
    return told


def _scan(stored):
    """The scanner's word on a stored file; bytes that are gone count as unreadable."""
    try:
        with stored.file.open("rb") as file:
            return scanner.scan(file)
    except (OSError, ValueError):
        return ScanState.FAILED
