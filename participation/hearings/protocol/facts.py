"""What the protocol says, gathered from the file of the hearing: plain words and numbers that a signature can cover."""

import hashlib
import json

from django.db.models import Count
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from participation.hearings.enums import RegistrationState, TurnState
from participation.hearings.models import Hearing, HearingProposal


def when(moment, pattern="j E Y, H:i"):
    """A moment in local words, or nothing."""
    return date_format(timezone.localtime(moment), pattern) if moment else ""


def facts(hearing):
    """The protocol as a dict; in Ukrainian, the language of the act, whoever reads the screen."""
    with translation.override("uk"):
        hearing = Hearing.objects.select_related("chair", "secretary", "settlement").get(pk=hearing.pk)
        return {
            "number": hearing.number,
            "title": hearing.public_title,
            "about": about(hearing),
            "attendance": attendance(hearing),
            "agenda": agenda(hearing),
            "speeches": speeches(hearing),
            "pauses": [
                [pause.get_reason_display(), when(pause.started_at, "H:i"), when(pause.ended_at, "H:i")]
                for pause in hearing.pauses.all()
            ],
            "proposals": proposals(hearing),
            "votes": votes(hearing),
            "recommendations": hearing.recommendations,
            "chair": signatory(hearing.chair),
            "secretary": signatory(hearing.secretary),
        }


def about(hearing):
    """The lines at the head: (label, value)."""
    lines = [
        (_("Kind of hearing"), hearing.get_profile_display()),
        (_("Called by"), hearing.get_initiator_display()),
        (_("Appointed by"), hearing.order_number),
        (_("Announced on"), when(hearing.announced_at, "j E Y")),
        (_("How it is held"), hearing.get_format_display()),
        (_("Place"), hearing.place),
        (_("Live stream"), hearing.stream_url),
        (_("Opened"), when(hearing.opened_at)),
        (_("Ended"), when(hearing.ended_at)),
        (_("Attempt"), str(hearing.attempt) if hearing.attempt > 1 else ""),
    ]
    return [[str(label), str(value)] for label, value in lines if value]


def attendance(hearing):
    """How many came: in all, in the hall, online, by settlement; no names."""
    present = hearing.registrations.present()
    rows = present.values("settlement__name", "settlement__order").annotate(number=Count("pk"))
    by_place = [
        [row["settlement__name"] or _("Not named"), row["number"]]
        for row in rows.order_by("settlement__order", "settlement__name")
    ]
    online = present.filter(state=RegistrationState.REMOTE).count()
    total = sum(number for _name, number in by_place)
    return {
        "total": total,
        "hall": total - online,
        "online": online,
        "quorum": hearing.quorum,
        "settlements": by_place,
    }


def agenda(hearing):
    """The points: [time, point, who speaks]."""
    return [
        [item.begins.strftime("%H:%M") if item.begins else "", item.title, item.speaker]
        for item in hearing.agenda.all()
    ]


def speeches(hearing):
    """Who spoke, about what, how many minutes."""
    pauses = list(hearing.pauses.all())
    return [
        [turn.name, turn.topic, max(round(turn.spoken(pauses, turn.ended_at).total_seconds() / 60), 1)]
        for turn in hearing.turns.filter(state=TurnState.DONE)
    ]


def proposals(hearing):
    """The proposals in the file: [number, author, when handed in, title, text]."""
    rows = HearingProposal.objects.shown().filter(hearing=hearing).select_related("applicant")
    return [
        [row.number, str(row.author), row.get_stage_display(), row.public_title, row.public_text]
        for row in rows.exclude(state="withdrawn").order_by("received_at", "pk")
    ]


def votes(hearing):
    """The votes: [question, in favour, against, abstained, online in favour, online against]."""
    names = ("question", "in_favour", "against", "abstained", "online_in_favour", "online_against")
    return [list(row) for row in hearing.votes.values_list(*names)]


def signatory(user):
    """Name and position of whoever signs."""
    return [user.name, user.position] if user else ["", ""]


def digest(told):
    """The fingerprint of a protocol: a signature holds only while nothing in it has changed."""
    packed = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()


def protocol_of(hearing):
    """The frozen protocol once it is published, before that what the file gives now."""
    return hearing.protocol or facts(hearing)
