"""The public register of requests: list, page of one request, exports. It prints nothing but public editions."""

import json
from datetime import date, datetime

from django import forms
from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from casework.enums import AnswerState, AttachmentPurpose, Audience
from casework.models import Attachment
from casework.services.tracking import normalise_number
from casework.timeline import timeline
from core.exports import stream_csv
from core.query import PageField, QueryForm, SearchField
from core.uploads import serve
from participation.inquiries.guards import draft_of, given_answer
from participation.inquiries.models import InformationRequest
from participation.inquiries.procedures.request import STATES
from participation.inquiries.services import timeliness

PER_PAGE = 20
MOST_COUNTED = 1000
KEPT_SECONDS = 300
FIRST_YEAR = 2011  # the law came into force on 9 May 2011
SHOWN = (
    "number",
    "procedure",
    "state",
    "outcome",
    "is_open",
    "public_title",
    "received_at",
    "decided_at",
    "due_at",
    "answered_late",
    "days_used",
    "visibility",
    "is_quarantined",
)
NEEDED_STATES = [(state.key, state.label) for state in STATES if state.key != "received"]


class RegisterQuery(QueryForm):
    """Words of the number or public title, state, year of receipt."""

    q = SearchField(label=_("Number or words of the title"))
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All")), *NEEDED_STATES], required=False)
    year = forms.IntegerField(label=_("Year"), required=False, min_value=FIRST_YEAR, max_value=2100)
    page = PageField(widget=forms.HiddenInput)

    def listed(self):
        """The public register as it was asked for, newest first: to count and to take keys."""
        asked, rows = self.values, InformationRequest.objects.listed()
        if asked["q"]:
            rows = rows.found_by(asked["q"])
        if asked["state"]:
            rows = rows.filter(listed_state=asked["state"])
        if asked["year"]:
            first = timezone.make_aware(datetime(asked["year"], 1, 1))
            rows = rows.filter(listed_at__gte=first, listed_at__lt=first.replace(year=asked["year"] + 1))
        return rows.values_list("pk", flat=True)


def timeliness_line():
    """The figures of timeliness, counted anew every five minutes."""
    return cache.get_or_set("inquiries.timeliness", timeliness, KEPT_SECONDS)


def shown(keys):
    """The requests with these keys that stand in the public register, with what the list prints, in the same order.

    The predicate is asked here and not in SQL: SQLite would walk the whole register instead of taking twenty keys.
    """
    rows = InformationRequest.objects.filter(pk__in=keys).select_related("applicant")
    found = rows.only(*SHOWN, "applicant__name", "applicant__publish_name", "applicant__erased_at").in_bulk()
    return [found[key] for key in keys if key in found and found[key].is_in_public_register]


class RegisterView(TemplateView):
    """The list with its filters."""

    template_name = "inquiries/register.html"

    def get_context_data(self, **kwargs):
        """Gather one page of the list."""
        form = RegisterQuery.read(self.request.GET)
        keys = list(
            form.listed()[:MOST_COUNTED]
        )  # nobody turns more pages, and counting further would cost every reader
        page = Paginator(keys, PER_PAGE).get_page(form.values["page"])
        page.object_list = shown(page.object_list)
        return super().get_context_data(
            form=form,
            page_obj=page,
            is_cut=len(keys) == MOST_COUNTED,
            chosen={name: value for name, value in form.chosen.items() if name != "page"},
            timeliness=timeliness_line(),
            **kwargs,
        )


def public_details(case, answer):
    """What the page of one request prints: public editions, forwarding, public files, the public story."""
    files = case.attachments.filter(purpose=AttachmentPurpose.PUBLIC_COPY)
    for file in files:
        file.url = reverse("inquiries:public_file", args=[case.number, file.pk])
    return {
        "case": case,
        "answer": answer,
        "public_name": case.applicant.public_name if hasattr(case, "applicant") else "",
        "forwardings": case.forwardings.all(),
        "files": files,
        "timeline": timeline(case, Audience.PUBLIC),
    }


class DetailView(TemplateView):
    """One request in the public register."""

    template_name = "inquiries/register_detail.html"

    def get_context_data(self, **kwargs):
        """Gather the public editions. Raises Http404 for a request without one."""
        rows = InformationRequest.objects.in_public_register().select_related("applicant")
        case = get_object_or_404(rows, number=normalise_number(self.kwargs["number"]))
        return super().get_context_data(**public_details(case, given_answer(case)), **kwargs)


class PreviewView(TemplateView):
    """How the page of a request would look now, for the staff who work on it."""

    template_name = "inquiries/register_detail.html"

    def get_context_data(self, **kwargs):
        """Show the waiting draft's public edition. Raises Http404 for everybody but the staff of this case."""
        number = normalise_number(self.kwargs["number"])
        rows = InformationRequest.objects.workable_by(self.request.user).select_related("applicant")
        case = get_object_or_404(rows, number=number)
        return super().get_context_data(
            is_preview=True, **public_details(case, draft_of(case) or given_answer(case)), **kwargs
        )


@require_safe
def public_file(request, number, pk):
    """Hand out a public copy; no other file of the case is reachable here."""
    rows = Attachment.objects.filter(purpose=AttachmentPurpose.PUBLIC_COPY, case__number=normalise_number(number))
    stored = get_object_or_404(rows.select_related("case"), pk=pk)
    is_listed = InformationRequest.objects.in_public_register().filter(pk=stored.case_id).exists()
    if not (is_listed or stored.case.is_staffed_by(request.user)):
        raise Http404
    return serve(stored)


def exported(form):
    """The rows of an export as dicts, read in pieces: non-personal fields only."""
    rows = InformationRequest.objects.in_public_register().filter(pk__in=form.listed().order_by())
    rows = rows.order_by("-received_at", "-pk").prefetch_related("answers", "forwardings")
    for case in rows.only(*SHOWN, "extension_reason", "appeal_outcome").iterator(chunk_size=500):
        given = [answer for answer in case.answers.all() if answer.state == AnswerState.PUBLISHED]
        yield {
            "number": case.number,
            "title": case.public_title,
            "received": timezone.localdate(case.received_at),
            "state": case.state,
            "state_label": str(case.get_state_display()),
            "outcome": case.outcome,
            "outcome_label": str(case.get_outcome_display()),
            "answered": timezone.localdate(case.decided_at) if case.decided_at else None,
            "working_days": case.days_used,
            "in_time": None if case.answered_late is None else not case.answered_late,
            "extended": case.extension_reason,
            "complaint": case.appeal_outcome,
            "forwarded_to": [forwarding.holder for forwarding in case.forwardings.all()],
            "answer": given[-1].public_text if given else "",
        }


def export_header():
    """The columns of the table for people."""
    return {
        "number": gettext("Number"),
        "title": gettext("Public title"),
        "received": gettext("Received"),
        "state_label": gettext("State"),
        "outcome_label": gettext("Outcome"),
        "answered": gettext("Answered on"),
        "working_days": gettext("Working days used"),
        "in_time": gettext("In time"),
        "forwarded_to": gettext("Forwarded to"),
        "answer": gettext("Public edition of the answer"),
    }


@require_safe
def as_csv(request):
    """The register, filtered as asked, as CSV."""
    header, form = export_header(), RegisterQuery.read(request.GET)
    rows = ([row[name] for name in header] for row in exported(form))
    return stream_csv("zapyty", header.values(), rows)


@require_safe
def as_json(request):
    """The register, filtered as asked, as JSON with stable keys."""
    form = RegisterQuery.read(request.GET)

    def pieces():
        yield '{"requests": ['
        for number, row in enumerate(exported(form)):
            values = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
            yield (",\n" if number else "\n") + json.dumps(values, ensure_ascii=False)
        yield "\n]}\n"

    response = StreamingHttpResponse(pieces(), content_type="application/json; charset=utf-8")
    response["X-Content-Type-Options"] = "nosniff"
    return response
