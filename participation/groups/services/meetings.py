"""How a meeting begins."""

import uuid

from django.db import transaction
from django.db.models import Max

from casework.actors import Actor
from casework.enums import Channel
from casework.services import submit
from participation.groups.models import Body, GroupMeeting


def plan_meeting(body, *, actor, starts_at, announce_by, place="", online_url="", key=None, now=None):
    """Plan the next meeting of `body` (a User acts) and return it; a repeated `key` gives the same meeting."""
    key = str(key or uuid.uuid4())
    known = GroupMeeting.objects.filter(idempotency_key=key).first()
    if known:
        return known
    with transaction.atomic():
        body = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
        last = GroupMeeting.objects.filter(group=body).aggregate(last=Max("sequence"))["last"] or 0
        receipt = submit(
            "group_meeting",
            actor=Actor.person(actor),
            idempotency_key=key,
            applicant={"no_contact": True},
            channel=Channel.DESK,
            now=now,
            group=body,
            sequence=last + 1,
            starts_at=starts_at,
            announce_by=announce_by,
            place=place,
            online_url=online_url,
            unit=body.unit,
            assignee=body.assignee,
            settlement=body.settlement,
        )
    return receipt.case.specific
