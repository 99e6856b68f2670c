"""The outbox: letters are rows, written in the transaction of the verb, delivered after commit, each one once.

    declare("casework/received", label=_("Receipt of a case"), context=("case", "link"))
    write("casework/received", event=f"case:{case.pk}:received", recipient=email, context={"case": case, "link": link})

A kind "<app>/<name>" has the templates `<app>/mail/<name>.subject.txt`, `.txt` and, if wished, `.html` (extends
`mail/base.html`); without it the text, which is the master, is laid out as HTML. See docs/decisions/0001-outbox-rows.md.
"""

from .addresses import forgive, has_complained, is_reachable
from .delivery import deliver, deliver_due, release_stuck
from .kinds import UnknownLetter, all_kinds, declare
from .rendering import MissingContext, set_footer_provider
from .staff import resend
from .writing import write, write_copies

__all__ = [
    "MissingContext",
    "UnknownLetter",
    "all_kinds",
    "declare",
    "deliver",
    "deliver_due",
    "forgive",
    "has_complained",
    "is_reachable",
    "release_stuck",
    "resend",
    "set_footer_provider",
    "write",
    "write_copies",
]
