"""The published protocol: as a page, DOCX and PDF."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from core.pdf import PdfUnavailableError
from participation.hearings.protocol.document import DOCX, as_docx
from participation.hearings.protocol.printing import as_pdf
from participation.hearings.views.pages import shown_hearing


def published(number):
    """The hearing whose protocol is published. Raises Http404."""
    hearing = shown_hearing(number)
    if hearing.protocol_at is None:
        raise Http404
    return hearing


def attached(body, content_type, name):
    """A file to keep."""
    response = HttpResponse(body, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def page(request, number):
    """The protocol to read and to print."""
    hearing = published(number)
    return render(request, "hearings/protocol.html", {"hearing": hearing, "told": hearing.protocol})


@require_safe
def docx(request, number):
    """The protocol as DOCX."""
    hearing = published(number)
    return attached(
        as_docx(hearing.protocol, recording=hearing.recording_url), DOCX, f"protokol-slukhannia-{hearing.pk}.docx"
    )


@require_safe
def pdf(request, number):
    """The protocol as PDF; where the system cannot print, the page for printing."""
    hearing = published(number)
    try:
        body = as_pdf(hearing.protocol, recording=hearing.recording_url)
    except PdfUnavailableError:
        return redirect("hearings:protocol", hearing.number)
    return attached(body, "application/pdf", f"protokol-slukhannia-{hearing.pk}.pdf")
