"""The queue of speakers, the alarm, the screen of the hall."""

import pytest

from casework.errors import Refused
from casework.services import fire
from participation.hearings import services
from participation.hearings.enums import PauseReason, TurnState
from participation.hearings.models import Pause, SpeakerTurn
from participation.hearings.running import screen
from tests.participation.hearings.making import HOUR, SITTING, in_state

pytestmark = pytest.mark.django_db

MINUTE = HOUR / 60


def names(hearing, state):
    """Who is in a state, in the order of the queue."""
    return list(hearing.turns.filter(state=state).values_list("name", flat=True))


@pytest.fixture
def sitting(cast):
    """An open sitting with three in the queue."""
    hearing = in_state("in_session", cast)
    for name in ("Перша", "Друга", "Третя"):
        services.add_speaker(hearing, name=name)
    return hearing


def test_speakers_follow_each_other_and_one_speaks_at_once(sitting):
    services.call_next(sitting, now=SITTING)
    services.call_next(sitting, now=SITTING + 5 * MINUTE)
    assert names(sitting, TurnState.DONE) == ["Перша"]
    assert names(sitting, TurnState.SPEAKING) == ["Друга"]
    services.finish(sitting, now=SITTING + 6 * MINUTE)
    services.skip(sitting.turns.get(name="Третя"))
    with pytest.raises(services.NotPossible):
        services.call_next(sitting)


def test_one_may_be_put_first(sitting):
    services.put_first(sitting.turns.get(name="Третя"))
    assert names(sitting, TurnState.WAITING) == ["Третя", "Перша", "Друга"]
    services.put_first(sitting.turns.get(name="Друга"))
    assert names(sitting, TurnState.WAITING) == ["Друга", "Третя", "Перша"]


def test_the_limit_counts_down_and_a_minute_may_be_added(sitting):
    services.call_next(sitting, now=SITTING)
    assert screen(sitting, SITTING + 2 * MINUTE)["left"] == "3:00"
    services.add_minute(sitting)
    assert screen(sitting, SITTING + 2 * MINUTE)["left"] == "4:00"
    over = screen(sitting, SITTING + 7 * MINUTE)
    assert (over["left"], over["is_over"]) == ("−1:00", True)


def test_the_clock_of_a_speaker_stands_still_during_an_alarm(sitting, cast):
    services.call_next(sitting, now=SITTING)
    hearing = fire(sitting, "pause", actor=cast.actors["desk"], now=SITTING + MINUTE, reason=PauseReason.ALARM)
    shown = screen(hearing, SITTING + 40 * MINUTE)
    assert (shown["left"], shown["pause"].reason) == ("4:00", "alarm")
    with pytest.raises(services.NotPossible):
        services.call(hearing.turns.get(name="Друга"))
    hearing = fire(hearing, "resume", actor=cast.actors["desk"], now=SITTING + 41 * MINUTE)
    assert screen(hearing, SITTING + 42 * MINUTE)["left"] == "3:00"
    assert Pause.objects.get().ended_at == SITTING + 41 * MINUTE


def test_a_sitting_that_stands_still_is_not_closed(sitting, cast):
    hearing = fire(sitting, "pause", actor=cast.actors["desk"], now=SITTING, reason=PauseReason.POWER)
    with pytest.raises(Refused):
        fire(hearing, "close_sitting", actor=cast.actors["desk"], now=SITTING + HOUR)


def test_the_end_of_the_sitting_ends_the_speech(sitting, cast):
    services.call_next(sitting, now=SITTING)
    fire(sitting, "close_sitting", actor=cast.actors["desk"], now=SITTING + HOUR)
    assert SpeakerTurn.objects.get(state=TurnState.DONE).ended_at == SITTING + HOUR


def test_the_screen_of_the_hall_refreshes_itself_without_scripts(sitting, client):
    services.call_next(sitting)
    answer = client.get(f"/uchast/slukhannia/{sitting.number}/ekran/")
    assert answer["Refresh"] == "10"
    page = answer.content.decode()
    assert "Перша" in page
    assert "Друга" in page
    assert "<script" not in page


def test_one_screen_runs_the_sitting(sitting, signed_in, cast):
    client, address = signed_in(cast.official), f"/admin/slukhannia/{sitting.pk}/zasidannia/"
    assert client.get(address).status_code == 200
    assert client.get(address, {"stezhyty": "1"})["Refresh"] == "10"
    turn = sitting.turns.get(name="Друга")
    for step in (f"nastupnyi/{turn.pk}", "dali", "khvylyna", "tryvoha"):
        client.post(f"{address}{step}/")
    sitting.refresh_from_db()
    assert sitting.state == "paused"
    assert names(sitting, TurnState.SPEAKING) == ["Друга"]
    for step in ("vidbii", "kinets"):
        client.post(f"{address}{step}/")
    client.post(f"{address}zapysaty/", {"name": "Четверта", "minutes": "3"})
    assert names(sitting, TurnState.WAITING)[-1] == "Четверта"
    assert client.post(f"{address}nema/").status_code == 404
