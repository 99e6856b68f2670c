"""What we hold of a person, and how it is erased. Rooms register their part; the account itself comes last.

Law 2297-VI, Art. 8: a person may know what is held of them and may demand that it be destroyed.
"""

from dataclasses import dataclass

ACCOUNT = "account"
_parts = {}


@dataclass(frozen=True)
class Part:
    """One room's share of what is held of a person."""

    export: object
    erase: object


def register(key, *, export, erase):
    """Let a room take part under `key`, the name of its share in the downloaded file.

    `export(user)` returns what json can write (dates and decimals too). `erase(user)` makes the room's rows nameless in the
    caller's transaction; public records stay. Raises ValueError when the key is taken by another room.
    """
    part = Part(export, erase)
    if _parts.setdefault(key, part) != part:
        raise ValueError(f"{key!r} is registered already.")


def export(user):
    """Return {key: what the room holds of `user`}, the account first."""
    return {key: part.export(user) for key, part in sorted(_parts.items(), key=lambda item: item[0] != ACCOUNT)}


def erase(user):
    """Let every room make its rows of `user` nameless; the account comes last, the rooms still need its address."""
    for _key, part in sorted(_parts.items(), key=lambda item: item[0] == ACCOUNT):
        part.erase(user)
