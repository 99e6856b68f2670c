"""The clockwork of the room: calls end, terms end, mandates are told of at T−60, overdue answers are told of once."""

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation

from casework.actors import Actor
from casework.errors import Refused
from casework.services import fire
from core import outbox
from participation.groups.enums import CallState, Position
from participation.groups.models import Body, Call, GroupMeeting, Member
from participation.groups.models.body import AT_WORK
from participation.groups.numbers import rotation_day


def keep_terms(now=None):
    """Do everything whose day has come; every part bears being run again."""
    now = now or timezone.now()
    return {
        "calls": close_calls(now),
        "ending": tell_ending(now),
        "ended": end_terms(now),
        "mandates": remind_mandates(now),
        "overdue": tell_overdue(now),
    }


def _fire_all(bodies, event, now):
    """Fire `event` on each; one that another run was faster with is passed over."""
    fired = 0
    for body in bodies.order_by("pk"):
        try:
            fire(body, event, actor=Actor.system(), now=now)
            fired += 1
        except Refused:
            continue
    return fired


def close_calls(now):
    """Close the calls whose last day has passed."""
    over = Call.objects.filter(state=CallState.OPEN, closes_on__lt=timezone.localdate(now))
    return _fire_all(Body.objects.filter(pk__in=over.values("body")), "close_call", now)


def tell_ending(now):
    """Bodies whose term ends within sixty days."""
    return _fire_all(Body.objects.filter(state="working", term_ends_on__lte=rotation_day(now)), "term_ending", now)


def end_terms(now):
    """Bodies whose term is over."""
    over = Body.objects.filter(state="ending", term_ends_on__lt=timezone.localdate(now))
    return _fire_all(over, "end_term", now)


def remind_mandates(now):
    """Tell members, and the official of their body, of mandates that end within sixty days: once for each end."""
    today = timezone.localdate(now)
    members = Member.objects.on(today).filter(mandate_to__lte=rotation_day(now), body__state__in=AT_WORK)
    told = 0
    for member in members.select_related("body__assignee", "body__unit", "user").order_by("pk"):
        told += _remind(member)
    return told


@transaction.atomic
def _remind(member):
    """Write the letters of one mandate, if no other run did."""
    fresh = Member.objects.filter(Q(reminded_for=None) | ~Q(reminded_for=member.mandate_to), pk=member.pk)
    if not fresh.update(reminded_for=member.mandate_to):
        return 0
    body = member.body
    readers = {member.email or (member.user.email if member.user else ""): member.user and member.user.language}
    if body.assignee:
        readers[body.assignee.email] = body.assignee.language
    elif body.unit:
        readers[body.unit.email] = None
    for address, language in readers.items():
        _write(
            "groups/mandate_ending", f"mandate:{member.pk}:{member.mandate_to}", address, language, body, member=member
        )
    return 1


def tell_overdue(now):
    """Tell the chair of a body that the authority's answer is overdue: once for each meeting."""
    late = GroupMeeting.objects.filter(
        state="sent", clocks__name="answer", clocks__met_at=None, clocks__replaced_at=None, clocks__due_at__lt=now
    )
    written = 0
    for meeting in late.select_related("group").order_by("pk").distinct():
        chairs = Member.objects.on(timezone.localdate(now)).filter(body=meeting.group_id, position=Position.CHAIR)
        for chair in chairs.select_related("user"):
            address = chair.email or (chair.user.email if chair.user else "")
            language = chair.user.language if chair.user else None
            event = f"group-meeting:{meeting.pk}:overdue"
            facts = {"meeting": meeting, "due_at": meeting.due_at}
            written += bool(_write("groups/answer_overdue", event, address, language, meeting.group, **facts))
    return written


def _write(kind, event, address, language, body, **facts):
    """One letter with the link to the body in the reader's language."""
    language = language or settings.LANGUAGE_CODE
    with translation.override(language):
        link = settings.BASE_URL + body.get_absolute_url()
    return outbox.write(
        kind, event=event, recipient=address, context={"body": body, "link": link, **facts}, language=language
    )
