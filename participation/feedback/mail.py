"""Letters of summarised feedback: to everyone who wrote, the line that concerns them; to owners, their promises."""

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
    """Declare both letters."""
    outbox.declare(
        "feedback/your_line",
        label=_("What was decided on what you wrote"),
        context=("number", "summary", "lines", "link", "corrected"),
    )
    outbox.declare(
        "feedback/measure_due", label=_("A promised measure is due"), context=("measure", "summary", "link", "overdue")
    )


def lines_of(summary):
    """Return {case key: [line, …]}: for each case the themes it speaks to, with position, reason and measures."""
    themes = {}
    for theme in Theme.objects.filter(summary=summary).prefetch_related("measures"):
        themes[theme.pk] = {
            "theme": theme.title,
            "position": theme.position,
            "ground": theme.ground,
            "reason": theme.reason,
            "measures": [(measure.text, measure.owner_position, measure.due_on) for measure in theme.measures.all()],
        }
    lines = {}
    for case, theme in (
        Voice.objects.filter(theme__summary=summary)
        .order_by("theme__order", "theme")
        .values_list("case_id", "theme_id")
    ):
        lines.setdefault(case, []).append(themes[theme])
    return lines


def write_letters(summary, before=None):
    """Write each submitter who left an e-mail the lines of their case; after a correction only where a line changed.

    Whose contribution a correction no longer counts under any theme is told that too.
    """
    lines = lines_of(summary)
    known = lines_of(before) if before is not None else {}
    changed = [case for case in {**known, **lines} if known.get(case) != lines.get(case)]
    people = Applicant.objects.filter(case__in=changed).exclude(email="").select_related("case").order_by("case")
    links = {}
    for person in people.only("email", "language", "case__number").iterator(chunk_size=1000):
        link = links.setdefault(person.language, page_in(person.language, summary))
        outbox.write(
            "feedback/your_line",
            event=f"summary:{summary.pk}:case:{person.case_id}",
            recipient=person.email,
            context={
                "number": person.case.number,
                "summary": summary,
                "lines": lines.get(person.case_id, []),
                "link": link,
                "corrected": before is not None,
            },
            language=person.language,
        )


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
