"""The room's share of what is held of a person: registrations for hearings and answers to proposals."""

from participation.hearings.enums import RegistrationState
from participation.hearings.models import HearingProposal, Registration

GIVEN_OUT = (
    "hearing__number",
    "state",
    "name",
    "email",
    "phone",
    "needs",
    "needs_interpreter",
    "topic",
    "registered_at",
)


def export(user):
    """The person's registrations, and what was answered to the person's proposals."""
    registrations = Registration.objects.filter(user=user).values(*GIVEN_OUT)
    proposals = HearingProposal.objects.filter(submitter=user).values("number", "decision", "reaction")
    return [*registrations, *proposals]


def erase(user):
    """Empty names, contacts and needs; places that were taken stay counted in the protocol."""
    Registration.objects.filter(user=user, state=RegistrationState.WAITING).update(state=RegistrationState.CANCELLED)
    Registration.objects.filter(user=user).update(
        user=None, name="", email="", phone="", needs="", needs_interpreter=False, topic=""
    )
