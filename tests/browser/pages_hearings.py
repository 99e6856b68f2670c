"""Pages and staff screens of hearings."""

from django.urls import reverse

from participation.hearings.models import Hearing, Registration


def hearing_in(state):
    """The demo hearing in this state."""
    return Hearing.objects.filter(state=state).order_by("pk").first()


def hearing_pages():
    """The list, a hearing of every shown state, the forms, the own page, the screen of the hall, the protocol."""
    announced, closed = hearing_in("announced"), hearing_in("closed")
    ticket = Registration.objects.filter(hearing=announced, state="seated").order_by("pk").first()
    states = Hearing.objects.shown().values_list("state", flat=True).distinct().order_by("state")
    return {
        "hearings": reverse("hearings:list"),
        "hearings, nothing found": "/uchast/slukhannia/?q=нічогісінько",
        **{f"hearing {state}": hearing_in(state).get_absolute_url() for state in states},
        "call a hearing": reverse("hearings:initiative"),
        "register for a hearing": reverse("hearings:register", args=[announced.number]),
        "propose to a hearing": reverse("hearings:propose", args=[announced.number]),
        "own registration": ticket.get_absolute_url(),
        "screen of the hall": reverse("hearings:projector", args=[closed.number]),
        "protocol of a hearing": reverse("hearings:protocol", args=[closed.number]),
    }


def hearing_screens():
    """The staff's screens."""
    announced, held = hearing_in("announced"), hearing_in("held")
    ticket = Registration.objects.filter(hearing=announced, state="seated").order_by("pk").first()
    return {
        "hearings": reverse("hearings_staff:index"),
        "hearing": reverse("hearings_staff:file", args=[announced.pk]),
        "hearing held": reverse("hearings_staff:file", args=[held.pk]),
        "point of the agenda": reverse("hearings_staff:agenda_add", args=[announced.pk]),
        "document of a hearing": reverse("hearings_staff:document_add", args=[announced.pk]),
        "proof of notice": reverse("hearings_staff:proof_add", args=[announced.pk]),
        "vote": reverse("hearings_staff:vote_add", args=[held.pk]),
        "people of a hearing": reverse("hearings_staff:people", args=[announced.pk]),
        "came without a registration": reverse("hearings_staff:walk_in", args=[announced.pk]),
        "places of a hearing": reverse("hearings_staff:places", args=[announced.pk]),
        "door": reverse("hearings_staff:door", args=[ticket.code]),
        "run the sitting": reverse("hearings_staff:run", args=[announced.pk]),
        "draft of a protocol": reverse("hearings_staff:protocol", args=[held.pk]),
    }
