"""In what a number of the statute is measured."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Measure(models.TextChoices):
    """Units of time share their keys with `core.workdays.Unit`."""

    WORKING_DAY = "working_day", _("working days")
    CALENDAR_DAY = "calendar_day", _("calendar days")
    MONTH = "month", _("months")
    HOUR = "hour", _("hours")
    MINUTE = "minute", _("minutes")
    PEOPLE = "people", _("people")
    PERCENT = "percent", _("per cent")
    TIMES = "times", _("times")
