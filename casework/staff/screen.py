"""Everything that the case screen shows, gathered with a constant number of queries."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.actors import Actor, Part
from casework.citations import citation
from casework.enums import Direction
from casework.panels import render_panels
from casework.services import allowed
from casework.services.clocks import law_of
from casework.staff.comparing import changed_words
from casework.timeline import detail_of, story_of
from core.models import Letter
from core.uploads.kinds import kind_of

REMINDERS = {
    "two-days": gettext_lazy("two working days before the end"),
    "one-day": gettext_lazy("one working day before the end"),
    "last-day": gettext_lazy("on the last day"),
    "overdue": gettext_lazy("the day after the end"),
}


@dataclass(frozen=True)
class FileLine:
    """A file as the component `file_list` prints it."""

    stored: Any
    url: str
    note: str = ""

    @property
    def kind(self):
        """The kind in a word: PDF, DOCX."""
        kind = kind_of(self.stored.content_type)
        return kind.key.upper() if kind else self.stored.content_type

    def __getattr__(self, name):
        return getattr(self.stored, name)


def case_screen(case, request, now=None):
    """The context of the case screen for the reader of `request`."""
    now, user = now or timezone.now(), request.user
    events = list(case.events.select_related("actor").order_by("sequence"))
    files = [file_line(case, stored) for stored in case.attachments.select_related("uploaded_by")]
    return {
        "case": case,
        "rules": case.rules,
        "state": case.state_rule,
        "applicant": getattr(case, "applicant", None),
        "actions": action_buttons(case, user, now),
        "facts": facts(case),
        "clocks": clock_lines(case, now),
        "timeline": timeline(case, events),
        "broken_events": broken_events(events),
        "correspondence": correspondence(case, files),
        "notes": case.notes.select_related("author"),
        "answers": answers(case, files),
        "files": [line for line in files if not line.message_id and not line.answer_id],
        "letters": letters(case, events),
        "reminders": reminders(case),
        "panels": render_panels(case, request),
        "now": now,
    }


def file_line(case, stored):
    """A file with its address for staff and its purpose."""
    url = "" if stored.is_infected else reverse("casework_staff:file", args=[case.pk, stored.pk])
    return FileLine(stored, url, stored.get_purpose_display())


def action_buttons(case, user, now):
    """One button for each row of the table that `allowed` returns, and no other; the main step stands first."""
    rows = sorted(allowed(case, Actor.person(user), now), key=lambda row: row.tone != "main")
    return [{"row": row, "url": reverse("casework_staff:transition", args=[case.pk, row.event])} for row in rows]


def facts(case):
    """What one must know of a case, as pairs."""
    return [
        (_("Procedure"), case.rules.label),
        (_("Channel"), case.get_channel_display()),
        (_("Received on"), case.received_at),
        (_("Registered on"), case.registered_at),
        (_("Unit"), case.unit),
        (_("Handled by"), case.assignee),
        (_("Settlement"), case.settlement),
        (_("Outcome"), case.get_outcome_display()),
        (_("Answered on"), case.decided_at),
        (_("Closed on"), case.closed_at),
        (_("Filed by"), case.filed_by),
        (_("Law"), citation(case.rules.law)),
    ]


def clock_lines(case, now):
    """Every clock of the case, the running ones first, with what became of it."""
    lines = [
        {
            "clock": clock,
            "law": law_of(clock),
            "url": reverse("casework_staff:clock", args=[case.pk, clock.pk]),
            **clock_fate(clock, now),
        }
        for clock in case.clocks.order_by("created_at", "pk")
    ]
    return sorted(lines, key=lambda line: not line["clock"].is_running)


def clock_fate(clock, now):
    """The words and tone for what became of a clock."""
    if clock.is_running:
        return {
            "fate": _("Overdue") if clock.due_at < now else _("Running"),
            "tone": "bad" if clock.due_at < now else "",
        }
    if clock.met_at:
        return {"fate": _("Met late"), "tone": "bad"} if clock.was_late else {"fate": _("Met in time"), "tone": "good"}
    return {"fate": _("Replaced or dropped"), "tone": "quiet"}


def timeline(case, events):
    """Every event for staff: what, when, who, from which state to which."""
    return [
        {
            "title": story_of(case, row),
            "when": row.at,
            "who": who_acted(row),
            "detail": "\n".join(filter(None, [state_change(case, row), detail_of(row)])),
        }
        for row in events
    ]


def who_acted(row):
    """The name of the actor with the part they played."""
    part = dict(Part.choices).get(row.acted_as, row.acted_as)
    return f"{row.actor} ({part})" if row.actor_id else str(part)


def state_change(case, row):
    """From which state to which, when the state changed."""
    if row.from_state == row.to_state or not row.from_state:
        return ""
    before, after = case.rules.state(row.from_state).label, case.rules.state(row.to_state).label
    return _("%(before)s → %(after)s") % {"before": before, "after": after}


def broken_events(events):
    """The numbers of events that do not fit the chain of hashes, from rows already read; none when all is well."""
    broken, previous = [], ""
    for expected, row in enumerate(events, start=1):
        if row.sequence != expected or row.previous_hash != previous or row.hash != row.digest():
            broken.append(row.sequence)
        previous = row.hash
    return broken


def correspondence(case, files):
    """Messages both ways with their files."""
    return [
        {
            "message": message,
            "is_incoming": message.direction == Direction.IN,
            "files": [line for line in files if line.message_id == message.pk],
        }
        for message in case.messages.select_related("author")
    ]


def answers(case, files):
    """Versions of the answer, the newest first, each with what changed since the version before."""
    lines, before = [], None
    for answer in case.answers.select_related("drafted_by", "approved_by").order_by("version"):
        lines.append(
            {
                "answer": answer,
                "changes": changed_words(before.text, answer.text) if before else [],
                "files": [line for line in files if line.answer_id == answer.pk],
            }
        )
        before = answer
    return lines[::-1]


def letters(case, events):
    """The outbox rows about this case; found by the exact names of its events, which an index serves on every database."""
    names = [f"case:{case.pk}:event:{row.sequence}" for row in events]
    return Letter.objects.filter(event__in=names).defer("text", "html", "headers").order_by("created_at", "pk")


def reminders(case):
    """The reminders that went out, in words."""
    return [
        {"text": reminder_words(row.kind), "clock": row.clock, "sent_at": row.sent_at}
        for row in case.reminders.select_related("clock").order_by("sent_at", "pk")
    ]


def reminder_words(kind):
    """When a reminder of this kind goes out."""
    return REMINDERS.get(kind) or _("weekly after the end")
