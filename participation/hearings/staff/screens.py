"""The list of hearings and the file of one."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.actors import Actor
from casework.services import allowed
from core.query import paginate
from participation.hearings.models import Hearing
from participation.hearings.reading import details
from participation.hearings.staff.access import for_staff, on_hearing

PER_PAGE = 25
ROUTINE = ("assign", "write_to_applicant", "write_to_office", "note", "edit_public", "release")


@require_safe
@for_staff
def index(request):
    """The hearings that this person works with, the open ones first."""
    rows = Hearing.objects.workable_by(request.user).select_related("unit", "settlement")
    page = paginate(rows.order_by("-is_open", "-starts_at", "-received_at", "-pk"), request.GET.get("page"), PER_PAGE)
    return render(request, "hearings/staff/index.html", {"page_obj": page})


def steps_of(hearing, user, now):
    """The steps of the procedure that this person may take now: (label, address, tone, help)."""
    rows = [row for row in allowed(hearing, Actor.person(user), now) if row.event not in ROUTINE]
    return [
        {
            "label": row.label,
            "url": reverse("casework_staff:transition", args=[hearing.pk, row.event]),
            "tone": row.tone,
            "help": row.help,
        }
        for row in rows
    ]


def refusals_of(hearing, user, now):
    """The next steps that a guard holds back, with its words: what is still missing."""
    actor = Actor.person(user)
    parts = actor.parts_on(hearing)
    rows = [row for row in hearing.rules.transitions if hearing.state in row.sources and parts & set(row.by)]
    told = [(row, row.guard(hearing, actor, now)) for row in rows if row.guard and row.event not in ROUTINE]
    return [(row.label, why) for row, why in told if why]


@require_safe
@on_hearing
def file(request, hearing):
    """Everything about one hearing on one screen, with the doors to what is done to it."""
    now = timezone.now()
    context = {
        **details(hearing),
        "steps": steps_of(hearing, request.user, now),
        "missing": refusals_of(hearing, request.user, now),
        "all_proposals": list(hearing.proposals.order_by("received_at", "pk")),
        "all_proofs": list(hearing.proofs.select_related("file", "recorded_by")),
    }
    return render(request, "hearings/staff/file.html", context)
