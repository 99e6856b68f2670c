"""Numbers of a hearing that the statute of the community sets; what stands here holds until it does."""

from django.utils.translation import gettext_lazy as _

from participation.hearings.enums import Profile
from participation.statute.enums import Measure
from participation.statute.numbers import clock_rule, declare

STATUTE = "Law 280/97-ВР, Art. 13"

INITIATORS = declare("hearing-initiators", 50, Measure.PEOPLE, _("Residents who may call a hearing"), law=STATUTE)
COLLECTION = declare(
    "hearing-collection", 30, Measure.CALENDAR_DAY, _("Term for collecting signatures for a hearing"), law=STATUTE
)
REVIEW = declare("hearing-review", 10, Measure.CALENDAR_DAY, _("Check of an initiative"), law=STATUTE)
NOTICE = declare(
    "hearing-notice",
    10,
    Measure.CALENDAR_DAY,
    _("Notice of a hearing"),
    law=STATUTE,
    profiles={
        Profile.TOWN_PLANNING.value: (30, Measure.CALENDAR_DAY),
        Profile.ENVIRONMENT.value: (25, Measure.WORKING_DAY),
        Profile.DRAFT_ACT.value: (10, Measure.WORKING_DAY),
    },
)
QUORUM = declare(
    "hearing-quorum",
    15,
    Measure.PEOPLE,
    _("Quorum of a hearing"),
    law=STATUTE,
    profiles={Profile.TOWN_PLANNING.value: (0, Measure.PEOPLE)},
)
SPEECH = declare("hearing-speech", 5, Measure.MINUTE, _("Time for one speech"), law=STATUTE)
PROTOCOL = declare("hearing-protocol", 5, Measure.WORKING_DAY, _("Protocol of a hearing"), law=STATUTE)
REACTION = declare(
    "hearing-reaction", 30, Measure.CALENDAR_DAY, _("Reaction to the proposals of a hearing"), law=STATUTE
)
KEEP_CONTACTS = declare(
    "hearing-keep-contacts",
    12,
    Measure.MONTH,
    _("How long contacts of those who registered for a hearing are kept after its end"),
    law="Law 2297-VI, Art. 6, 15",
)


def term(key):
    """The rule of a clock: a function of (case, data) that asks the statute by the hearing's profile."""

    def rule(case, data):
        return clock_rule(key, profile=case.specific.profile)

    return rule
