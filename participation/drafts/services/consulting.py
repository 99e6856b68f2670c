"""Beginning a consultation, and ending those whose last day has passed."""

import uuid

from django.utils import timezone

from casework.actors import Actor
from casework.enums import Channel
from casework.errors import Refused
from casework.services import fire, submit
from participation.drafts.enums import DocumentKind, Profile
from participation.drafts.models import Consultation

ACTS = (DocumentKind.DECISION, DocumentKind.EXECUTIVE, DocumentKind.RULES, DocumentKind.BUDGET)


def start_consultation(document, *, actor, profile="", key=None, now=None):
    """Enter a consultation on `document` into the register, in preparation; returns it."""
    receipt = submit(
        "consultation",
        actor=Actor.person(actor),
        idempotency_key=key or uuid.uuid4(),
        channel=Channel.DESK,
        now=now,
        document=document,
        profile=profile or usual_profile(document),
        unit=document.unit,
        assignee=actor if actor.unit_id and actor.unit_id == document.unit_id else None,
        public_title=document.title,
        public_text=document.lead,
    )
    return receipt.case.specific


def usual_profile(document):
    """By which numbers of the statute documents of this kind are discussed."""
    return Profile.DRAFT_ACT if document.kind in ACTS else Profile.GENERAL


def close_windows(now=None):
    """End every consultation whose last day has passed; returns how many ended."""
    now, ended = now or timezone.now(), 0
    for case in Consultation.objects.filter(state="open", closes_on__lt=timezone.localdate(now)).order_by("pk"):
        try:
            fire(case, "end", actor=Actor.system(), now=now)
            ended += 1
        except Refused:  # somebody prolonged it meanwhile
            continue
    return ended
