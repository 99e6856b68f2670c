"""Numbers of discussions that the community's statute or rules may set."""

from django.utils.translation import gettext_lazy as _

from participation.statute.enums import Measure
from participation.statute.numbers import declare

EDIT_MINUTES = declare(
    "comments-edit",
    30,
    Measure.MINUTE,
    _("How long a comment may be changed by its author"),
    law=_("Rules of public discussion"),
)
