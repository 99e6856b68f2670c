"""The one screen from which the sitting is run."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.actors import Actor
from casework.errors import Refused
from casework.services import fire
from participation.hearings import services
from participation.hearings.enums import PauseReason
from participation.hearings.forms.staff import SpeakerForm
from participation.hearings.running import screen
from participation.hearings.staff.access import on_hearing, row_of
from participation.hearings.staff.screens import refusals_of, steps_of

FOLLOW_SECONDS = 10
RUNS = ("announced", "in_session", "paused")
ON_A_TURN = {"slovo": services.call, "propustyty": services.skip, "nastupnyi": services.put_first}


@require_safe
@on_hearing
def run(request, hearing):
    """Who speaks, how long, who is next; with ?stezhyty=1 it refreshes itself and hides what one types into."""
    now, is_followed = timezone.now(), request.GET.get("stezhyty") == "1"
    context = {
        **screen(hearing, now),
        "form": SpeakerForm(initial={"minutes": hearing.speech_minutes}),
        "is_followed": is_followed,
        "is_running": hearing.state in RUNS,
        "steps": steps_of(hearing, request.user, now),
        "missing": refusals_of(hearing, request.user, now),
    }
    response = render(request, "hearings/staff/run.html", context)
    if is_followed:
        response["Refresh"] = str(FOLLOW_SECONDS)
    return response


@require_POST
@on_hearing
def act(request, hearing, verb, turn=None):
    """One button of the screen."""
    try:
        if turn is not None:
            verb_of(ON_A_TURN, verb)(row_of(hearing.turns.select_related("hearing"), turn))
        else:
            verb_of(ON_SITTING, verb)(request, hearing)
    except (services.NotPossible, Refused) as refusal:
        messages.error(request, str(refusal))
    return redirect("hearings_staff:run", hearing.pk)


def verb_of(verbs, name):
    """The verb behind a button. Raises Http404."""
    if name not in verbs:
        raise Http404
    return verbs[name]


def open_sitting(request, hearing):
    """Open it, when the time has come and there is a quorum."""
    fire(hearing, "open_sitting", actor=Actor.person(request.user))


def alarm(request, hearing):
    """Air-raid alarm: everything stands still at once."""
    fire(hearing, "pause", actor=Actor.person(request.user), reason=PauseReason.ALARM)


def resume(request, hearing):
    """The all-clear."""
    fire(hearing, "resume", actor=Actor.person(request.user))


def call_next(request, hearing):
    """The first of the queue speaks."""
    services.call_next(hearing)


def finish(request, hearing):
    """The speech is over."""
    services.finish(hearing)


def add_minute(request, hearing):
    """One minute more."""
    services.add_minute(hearing)


def add_speaker(request, hearing):
    """Somebody in the hall wants to speak."""
    form = SpeakerForm(request.POST)
    if not form.is_valid():
        raise services.NotPossible(_("Write the speaker’s name and the minutes (1 to 60)."))
    if hearing.state not in RUNS:
        raise services.NotPossible(_("The sitting is over."))
    services.add_speaker(hearing, **form.cleaned_data)


ON_SITTING = {
    "vidkryty": open_sitting,
    "tryvoha": alarm,
    "vidbii": resume,
    "dali": call_next,
    "kinets": finish,
    "khvylyna": add_minute,
    "zapysaty": add_speaker,
}
