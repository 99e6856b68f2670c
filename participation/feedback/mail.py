"""Letters of summarised feedback: to everyone who wrote, the line that concerns them; to owners, their promises."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from casework.models import Applicant, Case
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
    """Write each submitter who left an e-mail the lines of their case; after a correction only where a line changed."""
    lines = lines_of(summary)
    known = lines_of(before) if before is not None else {}
    changed = [case for case, its_lines in lines.items() if known.get(case) != its_lines]
    addresses = Applicant.objects.filter(case__in=changed).exclude(email="").values_list("case_id", "email", "language")
    numbers = dict(Case.objects.filter(pk__in=changed).values_list("pk", "number"))
    for case, email, language in addresses:
        with translation.override(language):
            link = settings.BASE_URL + reverse("feedback:detail", args=[summary.slug])
        outbox.write(
            "feedback/your_line",
            event=f"summary:{summary.pk}:case:{case}",
            recipient=email,
            context={
                "number": numbers[case],
                "summary": summary,
                "lines": lines[case],
                "link": link,
                "corrected": before is not None,
            },
            language=language,
        )


def remind_owner(measure, kind):
    """Write the owner of `measure` one reminder; the outbox lets each through once. Returns 1 when there is an address."""
    if not measure.owner.email or not measure.owner.is_active:
        return 0
    summary = measure.theme.summary
    outbox.write(
        "feedback/measure_due",
        event=f"measure:{measure.key}:{kind}",
        recipient=measure.owner.email,
        context={
            "measure": measure,
            "summary": summary,
            "link": f"{settings.BASE_URL}/admin/pidsumky/{summary.pk}/",
            "overdue": kind.startswith("overdue"),
        },
        language=measure.owner.language,
    )
    return 1
