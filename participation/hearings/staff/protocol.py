"""The protocol before it is published: as it would be now."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from participation.hearings.protocol.document import DOCX, as_docx
from participation.hearings.protocol.facts import protocol_of
from participation.hearings.staff.access import on_hearing
from participation.hearings.views.protocol import attached


@require_safe
@on_hearing
def preview(request, hearing):
    """The protocol to check before signing."""
    return render(request, "hearings/staff/protocol.html", {"hearing": hearing, "told": protocol_of(hearing)})


@require_safe
@on_hearing
def docx(request, hearing):
    """The draft as DOCX."""
    body = as_docx(protocol_of(hearing), recording=hearing.recording_url)
    return attached(body, DOCX, f"protokol-slukhannia-{hearing.pk}.docx")
