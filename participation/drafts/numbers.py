"""Numbers of consultations that the community's statute sets."""

from django.utils.translation import gettext_lazy as _

from participation.drafts.enums import Profile
from participation.statute.enums import Measure
from participation.statute.numbers import declare

WINDOW = declare(
    "consultation-window",
    15,
    Measure.CALENDAR_DAY,
    _("Consultation: the shortest time for comments"),
    law="PROCEDURES C5",
    profiles={Profile.DRAFT_ACT.value: (10, Measure.WORKING_DAY)},  # Law 2939-VI, Art. 15 p. 3
)
REPORT = declare(
    "consultation-report",
    30,
    Measure.CALENDAR_DAY,
    _("Consultation: report on the comments after the last day"),
    law="PROCEDURES C5",
)
