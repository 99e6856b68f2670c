"""What the public page of a hearing shows, in a constant number of queries."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from casework.enums import Audience
from casework.timeline import timeline
from participation.hearings.enums import RegistrationState
from participation.hearings.models import HearingProposal
from participation.hearings.services.notice import counted
from participation.hearings.signatures import collection_of


def places_of(hearing):
    """How the places of the hall stand: in all, free for everyone, kept, how many wait."""
    seats = hearing.seats.aggregate(
        total=Count("pk"),
        free=Count("pk", filter=Q(registration__isnull=True, is_reserved=False)),
        kept=Count("pk", filter=Q(registration__isnull=True, is_reserved=True)),
    )
    standing = hearing.registrations.aggregate(
        waiting=Count("pk", filter=Q(state=RegistrationState.WAITING)),
        online=Count("pk", filter=Q(state=RegistrationState.REMOTE)),
    )
    return {**seats, **standing}


def proposals_of(hearing):
    """The proposals that anyone may read, with their votes."""
    rows = HearingProposal.objects.shown().filter(hearing=hearing).exclude(state="withdrawn")
    return list(rows.select_related("applicant", "settlement").prefetch_related("votes").order_by("received_at", "pk"))


def reactions(proposals):
    """How many were accepted, accepted in part, rejected, still wait; nothing before the first answer."""
    counted_by = [
        (_("Accepted"), "accepted", "good"),
        (_("Accepted in part"), "partly", "good"),
        (_("Rejected"), "rejected", "bad"),
    ]
    tiles = [
        {"value": sum(row.decision == key for row in proposals), "label": label, "tone": tone}
        for label, key, tone in counted_by
    ]
    if not any(tile["value"] for tile in tiles):
        return []
    waiting = sum(not row.is_answered for row in proposals)
    return [*tiles, {"value": waiting, "label": _("Wait for an answer"), "tone": "warn" if waiting else ""}]


def details(hearing):
    """The context of the public page."""
    proposals = proposals_of(hearing)
    return {
        "hearing": hearing,
        "state": hearing.state_rule,
        "facts": facts_of(hearing),
        "places": places_of(hearing) if hearing.starts_at else None,
        "agenda": list(hearing.agenda.all()),
        "documents": list(hearing.documents.select_related("file", "draft")),
        "proofs": hearing.proofs_of_round,
        "notice": counted(hearing),
        "proposals": proposals,
        "reactions": reactions(proposals),
        "votes": list(hearing.votes.filter(proposal=None)),
        "collection": collection_of(hearing) if hearing.threshold else None,
        "present": hearing.registrations.present().count() if hearing.is_over else None,
        "clock": hearing.clocks.running().filter(name__in=("protocol", "reaction")).first(),
        "timeline": timeline(hearing, Audience.PUBLIC),
    }


def facts_of(hearing):
    """The short facts at the top: (label, value)."""
    place = hearing.place if hearing.is_in_hall else ""
    return [
        (label, value)
        for label, value in (
            (_("Kind of hearing"), hearing.get_profile_display()),
            (_("Called by"), hearing.get_initiator_display()),
            (_("Appointed by"), hearing.order_number),
            (_("How it is held"), hearing.get_format_display() if hearing.starts_at else ""),
            (_("Place"), place),
            (_("Settlement"), hearing.settlement or _("The whole community")),
            (_("Quorum"), hearing.quorum if hearing.starts_at and hearing.quorum else ""),
        )
        if value
    ]
