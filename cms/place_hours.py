"""From the rows of a place to the hours that `cms.schedule` understands."""

from django.apps import apps

from cms.schedule import Exceptional, Hours, Interval


def hours_of(place):
    """The Hours of a PlacePage; asks nothing when `with_hours()` fetched it.

    Services are known by their translation key: a page and its twin in another language are one service.
    """
    rows = list(place.intervals.all())
    week, services, keys = [], {}, _keys_of(rows)
    for row in rows:
        interval = Interval(row.weekday, row.opens, row.closes, row.kind)
        if row.service_id is None:
            week.append(interval)
        else:
            services.setdefault(keys[row.service_id], []).append(interval)
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


def _keys_of(rows):
    """Translation keys of the services that rows name: one query, or none when the services are at hand."""
    named = [row for row in rows if row.service_id]
    at_hand = {row.service_id: row.service.translation_key for row in named if "service" in row._state.fields_cache}
    missing = {row.service_id for row in named} - set(at_hand)
    if not missing:
        return at_hand
    service = apps.get_model("cms.ServicePage")
    return at_hand | dict(service.objects.filter(pk__in=missing).values_list("pk", "translation_key"))
