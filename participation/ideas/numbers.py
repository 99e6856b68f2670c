"""Terms of the room that the community's statute may set."""

from django.utils.translation import gettext_lazy as _

from participation.statute.enums import Measure
from participation.statute.numbers import clock_rule, declare

SOURCE = "PROCEDURES C0 p. 8"
MODERATION = declare("idea-moderation", 3, Measure.WORKING_DAY, _("Moderation of an idea"), law=SOURCE)
EVALUATION = declare("idea-evaluation", 30, Measure.CALENDAR_DAY, _("Evaluation of an idea"), law=SOURCE)
DECISION = declare("idea-decision", 10, Measure.WORKING_DAY, _("Decision on an evaluated idea"), law=SOURCE)


def term(key):
    """The rule of the term `key` that holds when a clock starts, for `StartClock`."""

    def rule(case, data):
        return clock_rule(key)

    return rule
