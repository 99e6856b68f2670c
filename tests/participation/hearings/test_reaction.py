"""Proposals as cases, and the authority's answer to each of them."""

import uuid

import pytest

from casework.enums import Channel
from casework.errors import InvalidFields, Refused
from casework.services import allowed, fire
from core.models import Letter
from participation.hearings.enums import Stage
from participation.hearings.forms.intake import ProposalForm
from participation.hearings.models import HearingProposal
from tests.participation.hearings.making import DAY, MONDAY, SITTING, announced, in_state, propose

pytestmark = pytest.mark.django_db


def handed(cast):
    """A hearing under consideration and its one proposal."""
    hearing = in_state("consideration", cast)
    return hearing, hearing.proposals.get()


def test_a_proposal_from_the_site_waits_for_the_secretary_and_paper_stands_at_once(cast):
    hearing = announced(cast)
    assert propose(hearing, cast).state == "received"
    on_paper = propose(hearing, cast, channel=Channel.DESK)
    assert on_paper.state == "admitted"
    assert list(HearingProposal.objects.shown()) == [on_paper]


def test_every_proposal_gets_a_clock_of_its_own_when_the_file_is_handed_over(cast):
    hearing, proposal = handed(cast)
    for case in (hearing, proposal):
        clock = case.clocks.running().get(name="reaction")
        assert (clock.length, clock.started_at) == (30, SITTING + 4 * DAY)
    assert Letter.objects.filter(kind="hearings/proposal_handed").count() == 1


def test_a_proposal_not_looked_at_holds_the_file_back(cast):
    hearing = in_state("protocol", cast)
    late = propose(in_state("announced", cast), cast)
    HearingProposal.objects.filter(pk=late.pk).update(hearing=hearing)
    with pytest.raises(Refused):
        fire(hearing, "hand_over", actor=cast.actors["desk"], now=SITTING + 4 * DAY)
    fire(late, "set_aside", actor=cast.actors["desk"], now=SITTING + 4 * DAY, reason="Це про інше.")
    assert fire(hearing, "hand_over", actor=cast.actors["desk"], now=SITTING + 4 * DAY).state == "consideration"


@pytest.mark.parametrize("event", ["reject", "accept", "accept_partly"])
def test_no_answer_without_words(event, cast):
    _hearing, proposal = handed(cast)
    with pytest.raises(InvalidFields):
        fire(proposal, event, actor=cast.actors["head"], now=SITTING + 9 * DAY, reaction="")


@pytest.mark.parametrize(
    ("event", "decision"), [("accept", "accepted"), ("accept_partly", "partly"), ("reject", "rejected")]
)
def test_the_author_reads_the_decision_and_its_reason(event, decision, cast, client):
    hearing, proposal = handed(cast)
    words = "Стаття 5 Закону дозволяє лише одну назву."
    fired = fire(proposal, event, actor=cast.actors["head"], now=SITTING + 9 * DAY, reaction=words)
    assert (fired.decision, fired.outcome, fired.answered_late) == (decision, decision, False)
    assert words in Letter.objects.get(kind="hearings/proposal_decided").text
    assert words in client.get(hearing.get_absolute_url()).content.decode()


def test_an_answer_after_the_term_is_late(cast):
    _hearing, proposal = handed(cast)
    assert fire(proposal, "accept", actor=cast.actors["head"], now=SITTING + 40 * DAY, reaction="Так.").answered_late


def test_no_results_and_no_end_while_a_proposal_has_no_answer(cast):
    hearing, proposal = handed(cast)
    later = SITTING + 9 * DAY
    with pytest.raises(Refused):
        fire(hearing, "publish_results", actor=cast.actors["head"], now=later, results="Є.")
    fire(proposal, "reject", actor=cast.actors["head"], now=later, reaction="Ні, бо.")
    hearing = fire(hearing, "publish_results", actor=cast.actors["head"], now=later, results="Є.")
    assert Letter.objects.filter(kind="hearings/results").count() == 2
    HearingProposal.objects.filter(pk=proposal.pk).update(state="handed")
    assert "close" not in {row.event for row in allowed(hearing, cast.actors["head"], later)}
    with pytest.raises(Refused):
        fire(hearing, "close", actor=cast.actors["head"], now=later)


def filled(hearing, **changes):
    """The form of a proposal."""
    data = {"title": "Так", "text": "Бо.", "name": "Ганна", "idempotency_key": str(uuid.uuid4()), **changes}
    return ProposalForm(data, hearing=hearing)


@pytest.mark.parametrize(
    ("state", "stage"), [("announced", Stage.BEFORE), ("in_session", Stage.SITTING), ("paused", Stage.SITTING)]
)
def test_a_proposal_knows_when_it_was_handed_in(state, stage, cast):
    form = filled(in_state(state, cast))
    assert form.is_valid()
    assert form.case_data()["stage"] == stage


def test_a_hearing_that_is_over_takes_no_proposals(cast):
    assert not filled(in_state("held", cast)).is_valid()


def test_the_desk_chooses_among_the_open_hearings(cast):
    hearing, over = announced(cast), in_state("held", cast)
    offered = ProposalForm().fields["hearing"].queryset
    assert hearing in offered
    assert over not in offered


def test_a_name_is_shown_with_consent_only(cast, client):
    hearing = announced(cast)
    proposal = fire(propose(hearing, cast), "register", actor=cast.actors["desk"], now=MONDAY + DAY)
    address = hearing.get_absolute_url()
    assert "Ганна Коваленко" not in client.get(address).content.decode()
    proposal.applicant.publish_name = True
    proposal.applicant.save()
    assert "Ганна Коваленко" in client.get(address).content.decode()
