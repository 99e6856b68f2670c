"""Letting people write under a document's paragraphs."""

from django.conf import settings
from django.db import transaction
from django.utils import translation

from participation.comments.services import open_thread, start_thread
from participation.drafts.models import Document

KIND = "draft"


@transaction.atomic
def open_comments(document, *, closes_at=None):
    """Take comments under `document` until `closes_at` (without end if None); returns the thread.

    Called by a consultation, and by whoever discusses the document on its own.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.thread_id is None:
        with translation.override(settings.LANGUAGE_CODE):
            address = document.get_absolute_url()
        document.thread = start_thread(KIND, title=document.title, address=address, closes_at=closes_at)
        document.save(update_fields=["thread"])
        return document.thread
    return open_thread(document.thread, closes_at=closes_at)
