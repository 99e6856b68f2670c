"""Rows that every procedure's table shares: assigning, writing to one another, notes, the public edition."""

from django.utils.translation import gettext_lazy as _

from casework.actors import Part
from casework.enums import AttachmentPurpose, Audience, Direction
from casework.models import Attachment, CaseNote, Message
from casework.procedure import LetterTo, Transition
from casework.services.intake import index_for_search

STAFF = (Part.OFFICIAL, Part.DESK, Part.HEAD)


def assign(case, data, actor, now):
    """Give the case to a unit and, if named, an official."""
    case.unit, case.assignee = data["unit"], data.get("assignee")
    return {"unit": str(case.unit), "assignee": case.assignee_id}


def write_message(direction):
    """Return the effect that stores a message with its files."""

    def effect(case, data, actor, now):
        message = Message.objects.create(
            case_id=case.pk, direction=direction, author=actor.user, text=data["text"], at=now
        )
        for uploaded in data.get("files") or ():
            Attachment.take(
                uploaded,
                case_id=case.pk,
                message=message,
                purpose=AttachmentPurpose.CORRESPONDENCE,
                uploaded_by=actor.user,
            )
        return {"message": message.pk}

    return effect


def write_note(case, data, actor, now):
    """Store a note for colleagues."""
    note = CaseNote.objects.create(case_id=case.pk, author=actor.user, text=data["text"], at=now)
    return {"note": note.pk}


def edit_public(case, data, actor, now):
    """Store the public edition."""
    case.public_title, case.public_text = data["public_title"], data["public_text"]
    index_for_search(case)


def release(case, data, actor, now):
    """Let a case out of quarantine."""
    case.is_quarantined, case.suspicion = False, ""


def not_in_quarantine(case, actor, now):
    """Why a case cannot be let out: it is not in."""
    return "" if case.is_quarantined else _("The case is not in quarantine.")


def common_transitions(*, open_states, all_states, assign_states=None, assign_target=None):
    """Return the shared rows: `open_states` are those in which people still write to one another.

    `assign` leads to `assign_target` from `assign_states` when they are given, and keeps the state elsewhere.
    """
    rows = []
    if assign_states:
        rows.append(_assign(tuple(assign_states), assign_target))
    kept = tuple(state for state in open_states if state not in (assign_states or ()))
    if kept:
        rows.append(_assign(kept, None))
    return (
        *rows,
        Transition(
            event="write_to_applicant",
            label=_("Write to the applicant"),
            sources=tuple(open_states),
            target=None,
            by=STAFF,
            form="casework.forms.MessageForm",
            effect=write_message(Direction.OUT),
            letters=(LetterTo("applicant", "casework/message"),),
            story=_("The office wrote to the applicant"),
            audience=Audience.APPLICANT,
            help=_("The clock does not stop."),
        ),
        Transition(
            event="write_to_office",
            label=_("Write to the office"),
            sources=tuple(open_states),
            target=None,
            by=(Part.APPLICANT,),
            form="casework.forms.MessageForm",
            effect=write_message(Direction.IN),
            letters=(LetterTo("assignee", "casework/message_received"),),
            story=_("The applicant wrote to the office"),
            audience=Audience.APPLICANT,
        ),
        Transition(
            event="note",
            label=_("Add a note"),
            sources=tuple(all_states),
            target=None,
            by=STAFF,
            form="casework.forms.NoteForm",
            effect=write_note,
            story=_("Note added"),
        ),
        Transition(
            event="edit_public",
            label=_("Prepare the public edition"),
            sources=tuple(all_states),
            target=None,
            by=STAFF,
            form="casework.forms.PublicEditionForm",
            effect=edit_public,
            story=_("Public edition prepared"),
            help=_("What the public register shows instead of the original."),
        ),
        Transition(
            event="release",
            label=_("Not spam: release from quarantine"),
            sources=tuple(all_states),
            target=None,
            by=STAFF,
            guard=not_in_quarantine,
            effect=release,
            story=_("Released from quarantine"),
            confirm=True,
        ),
    )


def _assign(sources, target):
    """The row that gives a case to an official."""
    return Transition(
        event="assign",
        label=_("Assign"),
        sources=sources,
        target=target,
        by=(Part.DESK, Part.HEAD, Part.OFFICIAL),
        form="casework.forms.AssignForm",
        effect=assign,
        letters=(LetterTo("assignee", "casework/assigned"),),
        story=_("Given to the unit"),
        audience=Audience.APPLICANT,
    )
