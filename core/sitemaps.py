"""Addresses of rooms for the map of the site: a room registers a function in its `ready()`, the map asks.

    sitemaps.register("hearings", function)     function() -> an iterable of (address, day of the last change or None)

The function is asked once for each language, with that language active, so that `reverse` gives its address; it names only
what everybody may read, in a constant number of queries.
"""

_rooms = {}


def register(room, function):
    """Let `function() -> [(address, lastmod)]` tell the addresses of `room`."""
    _rooms[room] = function


def forget(room):
    """Take a room's function away."""
    _rooms.pop(room, None)


def addresses():
    """Every (address, lastmod) of every room in the active language, each address once; who knows the day is believed."""
    found = {}
    for function in _rooms.values():
        for address, changed in function():
            found[address] = changed or found.get(address)
    return list(found.items())
