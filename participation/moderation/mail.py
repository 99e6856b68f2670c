"""Letters of moderation: to authors, reporters, moderators. They quote what somebody wrote, so their text is secret."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from core import outbox
from participation.moderation.enums import AppealState, State
from participation.moderation.rules import appeal_ends

QUOTED = 600


def declare_letters():
    """Declare all letters."""
    outbox.declare(
        "moderation/decided",
        label=_("What was decided about your text"),
        context=("thing", "text", "outcome", "decision", "link", "appeal_link", "appeal_until"),
        secret=True,
    )
    outbox.declare(
        "moderation/appeal_answered",
        label=_("Answer to an appeal against moderation"),
        context=("thing", "text", "upheld", "answer", "link"),
        secret=True,
    )
    outbox.declare(
        "moderation/report_answered",
        label=_("What became of your report"),
        context=("thing", "hidden", "decision", "link"),
        secret=True,
    )
    outbox.declare(
        "moderation/digest",
        label=_("What waits for moderators"),
        context=("lines", "total", "appeals", "overdue", "link"),
    )


def outcome_of(decision):
    """What the letter says happened: held, hidden, shown; empty when nothing changed for the author."""
    if decision.to_state == decision.from_state:
        return ""
    return "shown" if decision.to_state == State.VISIBLE else decision.to_state


def address_of(path):
    """The full address of a path; a path of the room is as it stands."""
    return settings.BASE_URL + path if path else ""


def tell_author(decision):
    """Write the author what was decided, why, and how to appeal."""
    row, outcome = decision.contribution, outcome_of(decision)
    if not outcome or row.author is None:
        return
    language = row.author.language
    with translation.override(language):
        appeal_link = settings.BASE_URL + reverse("moderation:appeal", args=[decision.pk])
        thing = str(row.kind_label)
    outbox.write(
        "moderation/decided",
        event=f"moderation:{decision.pk}",
        recipient=row.author.email,
        context={
            "thing": thing,
            "text": quoted(decision.text),
            "outcome": outcome,
            "decision": decision,
            "link": address_of(row.address),
            "appeal_link": appeal_link if decision.is_adverse else "",
            "appeal_until": timezone.localdate(appeal_ends(decision)),
        },
        language=language,
    )


def answer_appeal(appeal):
    """Write the author the answer to the appeal."""
    row = appeal.decision.contribution
    language = appeal.author.language
    with translation.override(language):
        thing = str(row.kind_label)
    outbox.write(
        "moderation/appeal_answered",
        event=f"moderation-appeal:{appeal.pk}",
        recipient=appeal.author.email,
        context={
            "thing": thing,
            "text": quoted(appeal.decision.text),
            "upheld": appeal.state == AppealState.UPHELD,
            "answer": appeal.answer,
            "link": address_of(row.address),
        },
        language=language,
    )


def tell_reporters(decision, reports):
    """Write everybody who reported the text what came of it."""
    row = decision.contribution
    for report in reports:
        if report.reporter is None:
            continue
        language = report.reporter.language
        with translation.override(language):
            thing = str(row.kind_label)
        outbox.write(
            "moderation/report_answered",
            event=f"moderation:{decision.pk}:report:{report.pk}",
            recipient=report.reporter.email,
            context={
                "thing": thing,
                "hidden": decision.to_state == State.HIDDEN,
                "decision": decision,
                "link": address_of(row.address),
            },
            language=language,
        )


def send_digest_to(person, facts, day):
    """Write one moderator the letter of the day."""
    with translation.override(person.language):
        link = settings.BASE_URL + reverse("moderation_staff:queue")
    outbox.write(
        "moderation/digest",
        event=f"moderation-digest:{day:%Y-%m-%d}",
        recipient=person.email,
        context={**facts, "link": link},
        language=person.language,
    )


def quoted(text):
    """The beginning of a text, for a letter."""
    return text if len(text) <= QUOTED else text[:QUOTED].rstrip() + "…"
