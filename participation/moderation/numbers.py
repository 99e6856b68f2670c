"""Numbers of moderation that the community's statute or rules may set."""

from django.utils.translation import gettext_lazy as _

from participation.statute.enums import Measure
from participation.statute.numbers import declare

LAW = _("Rules of public discussion")
HOLD_REPORTS = declare(
    "moderation-hold", 3, Measure.PEOPLE, _("Reports of different people that hold a text by themselves"), law=LAW
)
APPEAL_DAYS = declare("moderation-appeal", 30, Measure.CALENDAR_DAY, _("Term for appealing moderation"), law=LAW)
ANSWER_DAYS = declare("moderation-answer", 5, Measure.WORKING_DAY, _("Term for answering an appeal"), law=LAW)
NEW_DAYS = declare("moderation-new", 7, Measure.CALENDAR_DAY, _("How long an account counts as new"), law=LAW)
FIRST_POSTS = declare("moderation-first", 3, Measure.TIMES, _("First posts that may hold no links"), law=LAW)
