"""Links that one room offers to a page of another, which knows nothing of that room.

    offer("inquiries.request", links)          in the `ready()` of the room that has something to offer
    offered("inquiries.request", request)      in the view of the page: [{"label": …, "url": …, "note": …}, …]

A giver is `function(request) -> iterable of such dicts`; `note` may be left out. Nobody offering is an empty list. A place
that stands for many things, as the page of a service does, says which one: `offered("cms.service", request, page)` asks
`function(request, page)`.
"""

_givers = {}


def offer(place, giver):
    """Let `giver(request, …)` be asked whenever the page `place` is drawn."""
    givers = _givers.setdefault(place, [])
    if giver not in givers:
        givers.append(giver)


def offered(place, request, *about):
    """All that the rooms offer to the page `place`, in the order of their registration."""
    return [link for giver in _givers.get(place, ()) for link in giver(request, *about)]
