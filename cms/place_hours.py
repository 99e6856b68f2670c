"""From the rows of a place to the hours that `cms.schedule` understands."""

from cms.schedule import Exceptional, Hours, Interval


def hours_of(place):
    """The Hours of a PlacePage; asks nothing when `with_hours()` fetched it.

    Services are known by their translation key: a page and its twin in another language are one service.
    """
    week, services = [], {}
    for row in place.intervals.all():
        interval = Interval(row.weekday, row.opens, row.closes, row.kind)
        if row.service_id is None:
            week.append(interval)
        else:
            services.setdefault(row.service.translation_key, []).append(interval)
    return Hours(
        week=tuple(sorted(week)),
        services={key: tuple(sorted(rows)) for key, rows in services.items()},
        exceptions=tuple(_exceptional(row) for row in place.exceptions.all()),
        follows_calendar=place.follows_calendar,
        shut_reason=place.closed_reason,
        shut_until=place.closed_until,
    )


def _exceptional(row):
    hours = {} if row.is_closed else {"opens": row.opens, "closes": row.closes}
    return Exceptional(row.first_day, row.last_day, reason=row.reason, **hours)
