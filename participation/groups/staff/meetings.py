"""Planning a meeting, its agenda, decisions with roll-call, recommendations, the draft of the minutes."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.actors import Actor
from casework.services import allowed
from core.audit import record
from core.uploads.names import content_disposition
from participation.groups import reading, services
from participation.groups.forms.meeting import NewMeetingForm
from participation.groups.minutes import word
from participation.groups.models import AgendaItem, Member, Recommendation, Vote
from participation.groups.models.body import AT_WORK
from participation.groups.staff.access import confirm_page, form_page, on_body, on_meeting
from participation.groups.staff.forms import DecideForm, QuestionForm, RecommendationForm

WRITABLE = ("held", "minuted")


def back_to(meeting):
    """The screen of the meeting."""
    return reverse("groups_staff:meeting", args=[meeting.pk])


def written(meeting, user):
    """Say in the log that somebody wrote the agenda or the minutes."""
    record(meeting, "groups.minutes", user=user, data={"meeting": meeting.sequence})


@on_body
def plan(request, body):
    """Plan the next meeting."""
    back = reverse("groups_staff:screen", args=[body.pk])
    if body.state not in AT_WORK:
        messages.error(request, _("Only a body that works holds meetings."))
        return redirect(back)
    form = NewMeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        meeting = services.plan_meeting(body, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The meeting is planned. Write the agenda, then announce it."))
        return redirect(back_to(meeting))
    return form_page(request, form, _("Plan a meeting"), back, about=body.name)


@require_safe
@on_meeting()
def screen(request, meeting):
    """Agenda, attendance, decisions, recommendations, remarks of members, and the steps that are open."""
    context = {
        **reading.minutes_of(meeting),
        "case": meeting,
        "actions": allowed(meeting, Actor.person(request.user)),
        "intentions": meeting.attendances.exclude(intention="").select_related("member"),
        "remarks": meeting.remarks.select_related("author"),
        "can_plan": meeting.state == "planned",
        "can_write": meeting.state == "held",
        "can_recommend": meeting.state in WRITABLE,
        "has_draft": meeting.state in ("held", "minuted", "sent", "answered", "closed") and meeting.quorum is not None,
    }
    return render(request, "groups/staff/meeting.html", context)


@require_safe
@on_meeting("held", "minuted", "sent", "answered", "closed")
def draft(request, meeting):
    """The minutes as they stand, as DOCX, to correct and sign."""
    response = HttpResponse(word.write(reading.minutes_of(meeting)), content_type=word.DOCX)
    response["Content-Disposition"] = content_disposition(f"protokol-{meeting.sequence}-chernetka.docx")
    return response


def next_order(rows):
    """The number after the last one."""
    last = rows.order_by("-order").values_list("order", flat=True).first()
    return (last or 0) + 1


@on_meeting("planned")
def question(request, meeting, item=None):
    """Add or change a question of the agenda, while nobody was invited yet."""
    instance = get_object_or_404(AgendaItem, pk=item, meeting=meeting) if item else AgendaItem(meeting=meeting)
    initial = {} if item else {"order": next_order(meeting.items)}
    form = QuestionForm(request.POST or None, instance=instance, initial=initial)
    if request.method == "POST" and form.is_valid():
        form.save()
        written(meeting, request.user)
        return redirect(back_to(meeting))
    title = _("Change the question") if item else _("New question of the agenda")
    return form_page(request, form, title, back_to(meeting))


@on_meeting("planned")
def delete_question(request, meeting, item):
    """Take a question from the agenda, after asking."""
    found = get_object_or_404(AgendaItem, pk=item, meeting=meeting)
    if request.method == "POST":
        found.delete()
        written(meeting, request.user)
        return redirect(back_to(meeting))
    return confirm_page(request, _("Take the question out"), found.title, back_to(meeting))


@on_meeting("held")
def decide(request, meeting, item):
    """What was decided on a question, with the roll-call of those present."""
    found = get_object_or_404(AgendaItem, pk=item, meeting=meeting)
    present = list(Member.objects.filter(attendances__meeting=meeting, attendances__was_present=True))
    votes = dict(found.votes.values_list("member", "choice"))
    form = DecideForm(request.POST or None, instance=found, present=present, votes=votes)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            found.votes.all().delete()
            rows = [Vote(item=found, member=member, choice=choice) for member, choice in form.votes().items()]
            Vote.objects.bulk_create(rows)
            written(meeting, request.user)
        return redirect(back_to(meeting))
    return form_page(request, form, _("Decision and roll-call"), back_to(meeting), about=found.title)


@on_meeting(*WRITABLE)
def recommend(request, meeting, row=None):
    """Add or change a recommendation before it is sent."""
    instance = get_object_or_404(Recommendation, pk=row, meeting=meeting) if row else Recommendation(meeting=meeting)
    initial = {} if row else {"order": next_order(meeting.recommendations)}
    form = RecommendationForm(request.POST or None, instance=instance, initial=initial)
    if request.method == "POST" and form.is_valid():
        form.save()
        written(meeting, request.user)
        return redirect(back_to(meeting))
    title = _("Change the recommendation") if row else _("New recommendation")
    return form_page(request, form, title, back_to(meeting))


@on_meeting(*WRITABLE)
def delete_recommendation(request, meeting, row):
    """Take a recommendation out before it is sent, after asking."""
    found = get_object_or_404(Recommendation, pk=row, meeting=meeting)
    if request.method == "POST":
        found.delete()
        written(meeting, request.user)
        return redirect(back_to(meeting))
    return confirm_page(request, _("Take the recommendation out"), found.text, back_to(meeting))
