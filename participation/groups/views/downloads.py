"""Files of the room: documents, minutes as DOCX and PDF, calendars, the composition as a table."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.exports import stream_csv
from core.limits import Rate, hit_by_address, too_many
from core.pdf import PdfUnavailableError
from core.uploads import serve
from core.uploads.names import content_disposition
from participation.groups import calendars, reading
from participation.groups.minutes import paper, word
from participation.groups.models import BodyDocument

MAKING = Rate("group-minutes", limit=30, window=timedelta(minutes=10))


def attached(data, content_type, name):
    """The answer with a file that was made now."""
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = content_disposition(name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


@never_cache
@require_safe
def document(request, slug, pk):
    """A document for whoever may read it; for everybody else it does not exist."""
    rows = BodyDocument.objects.select_related("body", "meeting")
    stored = get_object_or_404(rows, pk=pk, body__slug=slug)
    if not stored.can_read(request.user):
        raise Http404
    return serve(stored, download="pereglyad" not in request.GET)


@require_safe
def minutes_docx(request, slug, number):
    """The minutes as DOCX."""
    meeting = reading.shown_meeting(slug, number)
    content = reading.minutes_or_404(meeting)
    return attached(word.write(content), word.DOCX, f"protokol-{slug}-{number}.docx")


@require_safe
def minutes_pdf(request, slug, number):
    """The minutes as PDF; without the libraries for it the page that prints well."""
    meeting = reading.shown_meeting(slug, number)
    content = reading.minutes_or_404(meeting)
    verdict = hit_by_address(request, MAKING)
    if not verdict.allowed:
        return too_many(request, verdict)
    try:
        return attached(paper.write(content), "application/pdf", f"protokol-{slug}-{number}.pdf")
    except PdfUnavailableError:
        return render(request, "groups/meeting.html", {**reading.meeting_page(meeting), "is_print": True})


@require_safe
def meeting_calendar(request, slug, number):
    """One meeting for a calendar program."""
    meeting = reading.shown_meeting(slug, number)
    return attached(calendars.text_of([meeting], meeting.group.name), calendars.ICS, f"zasidannia-{slug}-{number}.ics")


@require_safe
def body_calendar(request, slug):
    """Meetings of a body to subscribe to."""
    body = reading.public_body(slug)
    return attached(calendars.text_of(calendars.meetings_of(body), body.name), calendars.ICS, f"zasidannia-{slug}.ics")


@require_safe
def members_csv(request, slug):
    """The composition with attendance; no contacts."""
    body = reading.public_body(slug)
    header = [
        _("Name"), _("Position in the body"), _("Occupation or post"), _("Organisation"), _("Mandate from"), _("Mandate to"),
        _("Conflict of interest"), _("Meetings"), _("Attended"), _("Attendance, %"),
    ]  # fmt: skip
    rows = (
        [
            member.name,
            member.get_position_display(),
            member.occupation,
            member.organisation,
            member.mandate_from,
            member.mandate_to,
            member.conflict_note,
            member.held,
            member.came,
            member.share,
        ]
        for member in reading.in_office(body)
    )
    return stream_csv(f"sklad-{slug}", header, rows)
