"""The consultation's table: every state, part and event either works or is refused, and its rules by the calendar."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from casework.actors import Actor, Part
from casework.errors import InvalidFields, Refused
from casework.services import allowed, fire
from core.models import Letter
from participation.drafts import services
from participation.drafts.models import Consultation
from participation.drafts.procedure import CONSULTATION
from participation.drafts.windows import earliest_end
from participation.follows.services import follow
from participation.statute.models import StatuteParameter
from tests.factories import desk_operator, editor, head, official, resident
from tests.participation.drafts.making import TEXTS, consultation, day, ended, fresh, next_version, opened, say

pytestmark = pytest.mark.django_db
ACTORS = {
    "official": lambda case, own: Actor.person(own),
    "head": lambda case, own: Actor.person(head()),
    "another official": lambda case, own: Actor.person(official()),
    "desk": lambda case, own: Actor.person(desk_operator()),
    "editor": lambda case, own: Actor.person(editor()),
    "resident": lambda case, own: Actor.person(resident()),
    "applicant": lambda case, own: Actor.applicant(),
    "system": lambda case, own: Actor.system(),
}
PARTS = {
    "official": {Part.OFFICIAL},
    "head": {Part.HEAD},
    "desk": {Part.DESK},
    "system": {Part.SYSTEM},
    "applicant": {Part.APPLICANT},
}
EVENTS = sorted({row.event for row in CONSULTATION.transitions})


def ready_in(state, clock):
    """A case in `state` with everything done that guards ask for: a new version, comments decided, time over."""
    case, own = opened(days=15)
    if state == "open":
        clock.shift(timedelta(hours=1))
        next_version(fresh(case.document), *TEXTS, "Новий пункт про велосипедні доріжки в центрі.")
        return case, own
    Consultation.objects.filter(pk=case.pk).update(state=state)
    if state == "processing":
        next_version(fresh(case.document), *TEXTS, "Новий пункт про велосипедні доріжки в центрі.")
    return Consultation.objects.get(pk=case.pk), own


def fields_of(event, case, own):
    """What each step asks."""
    last = timezone.localdate() + timedelta(days=40)
    return {
        "open": {"closes_on": last},
        "replace_text": {"closes_on": last},
        "prolong": {"closes_on": last, "reason": "Багато запитань."},
        "report": {"report": "Змінили строк."},
        "close": {"outcome": "changed", "act": "Рішення № 1"},
        "withdraw": {"reason": "Змінився закон."},
        "assign": {"unit": case.unit, "assignee": own},
        "note": {"text": "Нотатка."},
    }.get(event, {})


@pytest.mark.parametrize("state", [row.key for row in CONSULTATION.states])
def test_every_pair_of_state_and_event_works_or_is_refused(clock, state):
    for event in EVENTS:
        for name, actor_of in ACTORS.items():
            case, own = ready_in(state, clock)
            actor = actor_of(case, own)
            row = CONSULTATION.transition(event, state)
            may = row and PARTS.get(name, set()) & set(row.by)
            if event == "end" and may:
                Consultation.objects.filter(pk=case.pk).update(closes_on=timezone.localdate() - timedelta(days=1))
                Consultation.objects.filter(pk=case.pk).update(opens_on=None)
            if may:
                after = fire(case, event, actor=actor, **fields_of(event, case, own))
                assert after.state == (row.target or state), (state, event, name)
            else:
                with pytest.raises(Refused):
                    fire(case, event, actor=actor, **fields_of(event, case, own))


@pytest.mark.parametrize(
    ("profile", "last"), [("general", "2026-12-08"), ("draft-act", "2026-12-07")]
)  # 15 calendar days; 10 working days, from Monday 23.11.2026
def test_the_window_is_not_shorter_than_the_statute_says(clock, profile, last):
    case, own = consultation(profile=profile)
    assert earliest_end(profile, timezone.now()) == day(last)
    with pytest.raises(InvalidFields) as refused:
        fire(case, "open", actor=Actor.person(own), closes_on=day(last) - timedelta(days=1))
    assert "closes_on" in refused.value.form.errors
    assert fire(case, "open", actor=Actor.person(own), closes_on=day(last)).state == "open"


def test_the_communitys_own_number_holds_from_its_day(clock):
    StatuteParameter.objects.create(
        key="consultation-window", value=20, unit="calendar_day", act="Рішення № 5", valid_from=date(2026, 11, 1)
    )
    assert earliest_end("general", timezone.now()) == day("2026-12-13")
    assert earliest_end("draft-act", timezone.now()) == day("2026-12-07")


def test_opening_publishes_the_text_and_takes_comments_to_the_end_of_the_last_day(clock):
    case, _own = opened(days=15)
    document = fresh(case.document)
    assert document.current.is_published
    assert document.thread.takes_comments()
    clock.move_to(case.ends_at - timedelta(seconds=1))
    assert document.thread.takes_comments()
    assert services.close_windows() == 0
    clock.move_to(case.ends_at)
    assert not document.thread.takes_comments()
    assert services.close_windows() == 1
    assert services.close_windows() == 0
    assert Consultation.objects.get(pk=case.pk).state == "processing"
    assert Consultation.objects.get(pk=case.pk).due_at.date() == day("2027-01-08")  # 30 days from 09.12.2026


def test_nobody_ends_the_time_early_or_opens_a_text_with_doubts(clock):
    case, own = opened()
    assert "end" not in {row.event for row in allowed(case, Actor.person(own))}
    with pytest.raises(Refused):
        fire(case, "end", actor=Actor.person(head()))
    with pytest.raises(Refused):
        fire(case, "replace_text", actor=Actor.person(own), closes_on=day("2027-01-30"))


def test_a_new_text_begins_the_time_anew_and_commenters_learn_it(clock):
    case, own = opened(days=15)
    say(case.document, who=resident(email="oksana@example.org"))
    follow(case, user=resident(email="petro@example.org"))
    clock.shift(timedelta(days=10))
    next_version(fresh(case.document), *TEXTS[:3], note="Прибрали пункт про тишу.")
    with pytest.raises(InvalidFields):
        fire(case, "replace_text", actor=Actor.person(own), closes_on=case.closes_on)
    case = fire(case, "replace_text", actor=Actor.person(own), closes_on=day("2026-12-18"))
    letters = Letter.objects.filter(kind="drafts/replaced")
    assert {letter.recipient for letter in letters} == {"oksana@example.org", "petro@example.org"}
    assert all("Прибрали пункт про тишу." in letter.text for letter in letters)
    assert fresh(case.document).thread.takes_comments(case.ends_at - timedelta(seconds=1))


def test_more_time_is_given_only_forwards_and_told(clock):
    case, own = opened(days=15)
    say(case.document, who=resident(email="oksana@example.org"))
    with pytest.raises(InvalidFields):
        fire(case, "prolong", actor=Actor.person(own), closes_on=case.closes_on, reason="Так")
    later = case.closes_on + timedelta(days=5)
    fire(case, "prolong", actor=Actor.person(own), closes_on=later, reason="Бо свята.")
    letter = Letter.objects.get(kind="drafts/prolonged")
    assert "Бо свята." in letter.text


def test_the_report_waits_for_every_decision_and_goes_to_each_commenter(clock):
    case, own, (first, second) = ended(clock, "Зменште штраф.", "Збільште штраф.")
    actor = Actor.person(own)
    services.decide(first, actor=own, verdict="accepted")
    with pytest.raises(Refused):
        fire(case, "report", actor=actor, report="Ось.")
    services.decide(second, actor=own, verdict="rejected", reason="Закон не дозволяє.")
    case = fire(case, "report", actor=actor, report="Штраф зменшено.")
    assert (case.state, case.answered_late) == ("reported", False)
    letters = {letter.recipient: letter.text for letter in Letter.objects.filter(kind="drafts/decisions")}
    assert set(letters) == {first.author.email, second.author.email}
    assert "Закон не дозволяє." in letters[second.author.email]
    assert "Закон не дозволяє." not in letters[first.author.email]
    with pytest.raises(services.NotReady):
        services.decide(first, actor=own, verdict="rejected", reason="Передумали.")


def test_an_adopted_act_is_named(clock):
    case, own, _said = ended(clock)
    case = fire(case, "report", actor=Actor.person(own), report="Зауважень не було.")
    with pytest.raises(InvalidFields):
        fire(case, "close", actor=Actor.person(own), outcome="adopted", act="")
    assert fire(case, "close", actor=Actor.person(own), outcome="not_adopted").state == "closed"


def test_two_consultations_do_not_run_on_one_text(clock):
    case, own = opened()
    second = services.start_consultation(fresh(case.document), actor=own)
    with pytest.raises(Refused):
        fire(second, "open", actor=Actor.person(own), closes_on=day("2027-01-30"))
