"""Letters of summarised feedback: to everyone who wrote, the line that concerns them; to owners, their promises."""

from hashlib import sha256

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import Role
from casework.models import Applicant
from core import outbox
from participation.feedback.models import Theme, Voice


def declare_letters():
    """Declare all letters of the room."""
    outbox.declare(
        "feedback/your_line",
        label=_("What was decided on what you wrote"),
        context=("number", "summary", "lines", "link", "corrected"),
    )
    outbox.declare(
        "feedback/measure_due", label=_("A promised measure is due"), context=("measure", "summary", "link", "overdue")
    )
    outbox.declare(
        "feedback/quote",
        label=_("May we quote you?"),
        context=("number", "text", "title", "link"),
        secret=True,
    )
    outbox.declare("feedback/subscribe", label=_("Confirm the subscription"), context=("link",), secret=True)
    outbox.declare(
        "feedback/news",
        label=_("A new summary, to subscribers"),
        context=("summary", "themes", "link", "leave"),
        secret=True,
    )


def lines_of(summary):
    """Return {theme key: its line} in the order of the page: position, reason and measures of each theme."""
    return {
        theme.key: {
            "theme": theme.title,
            "position": theme.position,
            "ground": theme.ground,
            "reason": theme.reason,
            "measures": [(measure.text, measure.owner_position, measure.due_on) for measure in theme.measures.all()],
        }
        for theme in Theme.objects.filter(summary=summary).prefetch_related("measures")
    }


def spoken(summary):
    """Return {case: the keys of the themes it speaks to, in the order of the page}."""
    voices = Voice.objects.filter(theme__summary=summary).order_by("theme__order", "theme")
    found = {}
    for case, key in voices.values_list("case_id", "theme__key"):
        found.setdefault(case, []).append(key)
    return {case: tuple(keys) for case, keys in found.items()}


def told_anew(summary, before):
    """Return {case: its theme keys} of those whom a letter tells something: all, or whose lines a correction changed.

    Whose contribution no longer counts under any theme has no keys.
    """
    now = spoken(summary)
    if before is None:
        return now
    then, lines, known = spoken(before), lines_of(summary), lines_of(before)

    def same(case):
        return [lines[key] for key in now.get(case, ())] == [known[key] for key in then.get(case, ())]

    return {case: now.get(case, ()) for case in {**then, **now} if not same(case)}


def write_letters(summary, before=None):
    """Write each submitter who left an e-mail the lines of their contributions; after a correction only what changed.

    Those who spoke to the same themes in the same language get copies of one letter, each with the own numbers, so that
    thousands are written in the time of a few.
    """
    told, lines = told_anew(summary, before), lines_of(summary)
    people = Applicant.objects.filter(case__in=told).exclude(email="").order_by("case")
    readers = {}
    for case, number, email, language in people.values_list("case_id", "case__number", "email", "language"):
        readers.setdefault((told[case], language), {}).setdefault(email.lower(), []).append(number)
    for (keys, language), numbers in readers.items():
        outbox.write_copies(
            "feedback/your_line",
            event=f"summary:{summary.pk}:themes:{digest(keys)}:{language}",
            recipients=numbers,
            context={
                "summary": summary,
                "lines": [lines[key] for key in keys],
                "link": page_in(language, summary),
                "corrected": before is not None,
            },
            language=language,
            holes={email: {"number": ", ".join(own)} for email, own in numbers.items()},
        )


def digest(keys):
    """A short name of a set of themes."""
    return sha256(b"".join(key.bytes for key in keys)).hexdigest()[:16]


def page_in(language, summary):
    """The address of the summary's page in a reader's language."""
    with translation.override(language):
        return settings.BASE_URL + reverse("feedback:detail", args=[summary.slug])


def readers_of(measure):
    """Who is reminded of `measure`: its owner, or the heads once the owner has left."""
    if measure.owner.email and measure.owner.is_active:
        return [measure.owner]
    return list(User.objects.with_role(Role.HEAD).filter(is_active=True))


def remind_owner(measure, kind):
    """Write one reminder about `measure`; the outbox lets each through once. Returns how many letters stand."""
    summary = measure.theme.summary
    address = reverse("feedback_staff:report", args=[summary.pk, measure.theme_id, measure.pk])
    readers = readers_of(measure)
    for reader in readers:
        outbox.write(
            "feedback/measure_due",
            event=f"measure:{measure.key}:{kind}",
            recipient=reader.email,
            context={
                "measure": measure,
                "summary": summary,
                "link": settings.BASE_URL + address,
                "overdue": kind.startswith("overdue"),
            },
            language=reader.language,
        )
    return len(readers)


def address_of(language, name, *args):
    """An address of the room in a reader's language."""
    with translation.override(language):
        return settings.BASE_URL + reverse(f"feedback:{name}", args=args)


def ask_for_quote(quote, person, token):
    """Ask whoever wrote the words whether they may be shown; the outbox lets each question through once."""
    theme = quote.themes.select_related("summary").order_by("-summary__version").first()
    return outbox.write(
        "feedback/quote",
        event=f"quote:{quote.key}",
        recipient=person.email,
        context={
            "number": quote.case.number,
            "text": quote.text,
            "title": theme.summary.title,
            "link": address_of(person.language, "consent", token),
        },
        language=person.language,
    )


def ask_subscriber(subscription, token, day):
    """Ask the owner of an address to confirm; at most one letter a day."""
    return outbox.write(
        "feedback/subscribe",
        event=f"subscription:{subscription.key}:{day}",
        recipient=subscription.email,
        context={"link": address_of(subscription.language, "confirm", token)},
        language=subscription.language,
    )


def tell_subscribers(summary, people, language):
    """Tell {address: token} that a summary is published; each letter has its own link to leave."""
    mark = "HOLE-leave-ELOH"
    outbox.write_copies(
        "feedback/news",
        event=f"summary:{summary.pk}:news:{language}",
        recipients=people,
        context={
            "summary": summary,
            "themes": list(summary.themes.all()),
            "link": page_in(language, summary),
        },
        language=language,
        headers={"List-Unsubscribe": f"<{mark}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        holes={email: {"leave": address_of(language, "leave", token)} for email, token in people.items()},
    )
