"""Public holidays of Ukraine: Art. 73 of the Labour Code (КЗпП) with the years in which each day was one.

Changed by Laws 2211-VIII of 16.11.2017 (25 December came, 2 May went), 2998-IX of 29.05.2023 (8 May instead of 9 May,
from 2024) and 3107-IX of 14.07.2023 (25 December only, 15 July and 1 October instead of 28 July and 14 October).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

TABLE_VERSION = "КЗпП-73/2024"
FOREVER = 9999


@dataclass(frozen=True)
class FixedHoliday:
    """A holiday on the same day each year, from `first_year` to `last_year`, both included."""

    month: int
    day: int
    name: str
    first_year: int = 1992
    last_year: int = FOREVER


NEW_YEAR, CHRISTMAS = _("New Year"), _("Christmas")
FIXED = (
    FixedHoliday(1, 1, NEW_YEAR),
    FixedHoliday(1, 7, CHRISTMAS, last_year=2023),
    FixedHoliday(3, 8, _("International Women’s Day")),
    FixedHoliday(5, 1, _("Labour Day")),
    FixedHoliday(5, 2, _("Labour Day"), last_year=2017),
    FixedHoliday(5, 8, _("Day of Remembrance and Victory over Nazism"), first_year=2024),
    FixedHoliday(5, 9, _("Victory Day over Nazism"), last_year=2023),
    FixedHoliday(6, 28, _("Constitution Day"), first_year=1997),
    FixedHoliday(7, 28, _("Statehood Day"), first_year=2022, last_year=2023),
    FixedHoliday(7, 15, _("Statehood Day"), first_year=2024),
    FixedHoliday(8, 24, _("Independence Day")),
    FixedHoliday(10, 14, _("Defenders’ Day"), first_year=2015, last_year=2022),
    FixedHoliday(10, 1, _("Defenders’ Day"), first_year=2023),
    FixedHoliday(12, 25, CHRISTMAS, first_year=2017),
)
EASTER, TRINITY = _("Easter"), _("Trinity")
DAYS_FROM_EASTER_TO_TRINITY = 49


def easter(year):
    """Return the date of Easter by the Julian rule (Meeus), written in the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    julian_lag = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=julian_lag)


def public_holidays(year):
    """Return {date: name} of the holidays of one year, whatever the day of the week or martial law."""
    days = {
        date(year, holiday.month, holiday.day): holiday.name
        for holiday in FIXED
        if holiday.first_year <= year <= holiday.last_year
    }
    sunday = easter(year)
    return days | {sunday: EASTER, sunday + timedelta(days=DAYS_FROM_EASTER_TO_TRINITY): TRINITY}


def moved_days_off(holidays):
    """Return {day off: holiday's date} for the holidays that fall on a weekend.

    Art. 67 part 3 of the Labour Code: the day off moves to the day after the holiday, hence to the next day that is neither
    a weekend, nor a holiday, nor taken by another moved day.
    """
    moved = {}
    for holiday in sorted(holidays):
        if holiday.weekday() < 5:
            continue
        target = holiday
        while target.weekday() >= 5 or target in holidays or target in moved:
            target += timedelta(days=1)
        moved[target] = holiday
    return moved
