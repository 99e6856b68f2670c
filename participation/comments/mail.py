"""Letters of discussions."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core import outbox

QUOTED = 600


def declare_letters():
    """Declare the letter."""
    outbox.declare(
        "comments/official_answer",
        label=_("An official answered your comment"),
        context=("title", "position", "text", "link"),
        secret=True,
    )


def tell_of_official_answer(answer, answered):
    """Write the author of a comment that the office has answered it; nobody is told of their own answer."""
    author = answered.author
    if author is None or author.pk == answer.author_id or author.anonymised_at:
        return
    text = answer.text if len(answer.text) <= QUOTED else answer.text[:QUOTED].rstrip() + "…"
    outbox.write(
        "comments/official_answer",
        event=f"comment:{answer.pk}:answer",
        recipient=author.email,
        context={
            "title": answer.thread.title,
            "position": answer.position,
            "text": text,
            "link": settings.BASE_URL + answer.contribution.address,
        },
        language=author.language,
    )
