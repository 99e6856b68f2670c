"""Where and when a service can be had."""


def where_and_when(service, moment):
    """Return what `cms/includes/where_and_when.html` prints for `service` (a ServicePage) at `moment` (aware datetime)."""
    return {"places": [place for place in service.places.all() if place.live], "mobile": service.on_mobile_visits}
