"""What a visit must obey, and how to say a visit in words. Pure: stops are rows with their fields."""

from itertools import pairwise

from django.utils import translation
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from cms.schedule import hour

KEPT_IN = "uk"  # the words of a change are kept as they were told, in the language of the community


def problems_of_stops(stops):
    """Sentences about stops that are out of order or overlap; `stops` come in the order of the form."""
    found = []
    for one, other in pairwise(stops):
        names = {"one": one.point, "other": other.point, "leaves": hour(one.leaves), "arrives": hour(other.arrives)}
        if other.arrives < one.arrives:
            found.append(_("“%(other)s” stands after “%(one)s” but begins earlier. Put the stops in order.") % names)
        elif other.arrives < one.leaves:
            found.append(_("“%(one)s” ends at %(leaves)s, after the arrival at “%(other)s” at %(arrives)s.") % names)
    return found


def words_of(day, stops, *, vehicle="", note="", missing=()):
    """The visit in a few lines, in Ukrainian; `stops` are rows with their settlement."""
    with translation.override(KEPT_IN):
        lines = [format_date(day, "j E Y, l")]
        lines += [_stop(stop) for stop in stops]
        if vehicle:
            lines.append(_("Vehicle: %(text)s") % {"text": vehicle})
        if note:
            lines.append(note)
        if missing:
            lines.append(_("Not available: %(services)s") % {"services": ", ".join(sorted(missing))})
        return "\n".join(lines)


def _stop(stop):
    parts = [f"{hour(stop.arrives)}–{hour(stop.leaves)}", f"{stop.settlement}, {stop.point}"]
    if stop.seats:
        parts.append(_("seats: %(number)s") % {"number": stop.seats})
    parts += [part for part in (stop.booking_phone, stop.note) if part]
    return "; ".join(parts)


def words_of_visit(visit):
    """The words of a visit as its rows stand."""
    return words_of(
        visit.day,
        list(visit.stops.all()),
        vehicle=visit.vehicle_note,
        note=visit.note,
        missing=[service.title for service in visit.not_available.all()],
    )
