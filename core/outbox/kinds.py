"""Which letters exist. A letter that nobody declared cannot be written."""

from dataclasses import dataclass


class UnknownLetter(KeyError):  # noqa: N818 - reads as a sentence where it is raised
    """No room declared a letter of this kind."""

    def __str__(self):
        return f"no letter declared as {self.args[0]!r}"


@dataclass(frozen=True)
class Kind:
    """A declared letter: its kind, what staff call it, the names that its templates need, whether it holds a secret."""

    kind: str
    label: str
    context: tuple[str, ...]
    secret: bool = False

    def template(self, extension):
        """Return the template name, for example "casework/mail/received.txt"."""
        app, name = self.kind.split("/")
        return f"{app}/mail/{name}.{extension}"


_kinds = {}


def declare(kind, *, label, context=(), secret=False):
    """Make a letter known. `kind` is "<app>/<name>"; raises ValueError for another shape or a second, different declaration.

    A `secret` letter carries a link that opens an account or a case, or what somebody wrote: whoever keeps the outbox sees
    that it went out, but not what it says.
    """
    if kind.count("/") != 1:
        raise ValueError(f"a letter is named <app>/<name>, not {kind!r}")
    new = Kind(kind, label, tuple(context), secret)
    if _kinds.setdefault(kind, new) != new:
        raise ValueError(f"the letter {kind!r} is declared twice with different contents")


def kind_named(kind):
    """Return the declared Kind. Raises UnknownLetter."""
    try:
        return _kinds[kind]
    except KeyError:
        raise UnknownLetter(kind) from None


def all_kinds():
    """Return all declared kinds, ordered by name."""
    return [_kinds[kind] for kind in sorted(_kinds)]


def label_of(kind):
    """Return what staff call a kind; the kind itself when its room is gone."""
    return _kinds[kind].label if kind in _kinds else kind


def is_secret(kind):
    """Tell whether staff must not read letters of this kind; a kind whose room is gone may have been one."""
    return kind not in _kinds or _kinds[kind].secret
