"""What the calendar knows on the first day of a new site."""

from datetime import date

MARTIAL_LAW_SINCE = date(2022, 2, 24)
MARTIAL_LAW_ACT = "Указ Президента України від 24.02.2022 № 64/2022"


def record_martial_law(model):
    """Record the period that began on 24.02.2022 and has no end yet, in `model` (MartialLawPeriod, maybe historical).

    Called once by a migration: an administrator who deletes the period must not find it again after the next `migrate`.
    """
    model.objects.get_or_create(first_day=MARTIAL_LAW_SINCE, defaults={"act": MARTIAL_LAW_ACT})
