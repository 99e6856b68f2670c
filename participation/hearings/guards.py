"""Why a step of a hearing or a proposal cannot be taken now. Every guard returns words for the person, or nothing."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participation.hearings.enums import Initiator
from participation.hearings.protocol.facts import digest, facts
from participation.hearings.services.notice import notice_end


def all_of(*guards):
    """A guard that asks several in turn."""

    def guard(case, actor, now):
        return next((why for why in (each(case, actor, now) for each in guards) if why), "")

    return guard


def day(moment):
    """A local day in words."""
    return date_format(timezone.localtime(moment), "j E Y")


def by_residents(case, actor, now):
    """Only residents need signatures."""
    if case.specific.initiator != Initiator.RESIDENTS:
        return _("This hearing is not called by residents: no signatures are needed.")
    return ""


def not_by_residents(case, actor, now):
    """The head, the council and the committee call a hearing by their own act."""
    return _("Residents' initiative first collects its signatures.") if not by_residents(case, actor, now) else ""


def has_title(case, actor, now):
    """What the public reads must be there."""
    return "" if case.public_title else _("Prepare the public edition first: the subject of the hearing.")


def term_is_over(case, actor, now):
    """The term for signatures has run out."""
    running = case.clocks.running().filter(name="signatures").first()
    return _("The term for signatures is not over.") if running and running.due_at >= now else ""


def date_leaves_time_for_notice(case, actor, now):
    """An announcement now must come early enough before the appointed date."""
    hearing = case.specific
    if not hearing.starts_at:
        return _("Appoint the date first.")
    end, _key = notice_end(hearing.profile, now)
    if hearing.starts_at <= end:
        return _("Notice would last until %(day)s: move the hearing to a later day.") % {"day": day(end)}
    return ""


def has_agenda(case, actor, now):
    """People are told what is discussed."""
    return "" if case.specific.agenda.exists() else _("Write the agenda first.")


def notice_is_proved(case, actor, now):
    """The notice of this very date lasted as long as it must, and its proof is in the file."""
    hearing = case.specific
    if hearing.notice_until is None or now <= hearing.notice_until:
        return _("The term of notice is not over.")
    if not hearing.proofs_of_round:
        return _("No proof of notice is in the file.")
    return ""


def time_has_come(case, actor, now):
    """A sitting does not begin before its hour."""
    starts_at = case.specific.starts_at
    if starts_at and now < starts_at:
        return _("The hearing begins on %(day)s.") % {"day": date_format(timezone.localtime(starts_at), "j E Y, H:i")}
    return ""


def has_quorum(case, actor, now):
    """Enough people came, in the hall and online together."""
    hearing = case.specific
    present = hearing.registrations.present().count()
    if present < hearing.quorum:
        return ngettext(
            "No quorum: %(present)d came, %(quorum)d person is needed.",
            "No quorum: %(present)d came, %(quorum)d people are needed.",
            hearing.quorum,
        ) % {"present": present, "quorum": hearing.quorum}
    return ""


def is_chair(case, actor, now):
    """The chair signs once, after the last change."""
    return _signs(case, actor, "chair", _("The chair of the sitting signs here."))


def is_secretary(case, actor, now):
    """The secretary signs once, after the last change."""
    return _signs(case, actor, "secretary", _("The secretary of the sitting signs here."))


def _signs(case, actor, part, refusal):
    hearing = case.specific
    if actor.user is None or getattr(hearing, f"{part}_id") != actor.user.pk:
        return refusal
    if getattr(hearing, f"{part}_digest") and getattr(hearing, f"{part}_digest") == digest(facts(hearing)):
        return _("You have already signed this protocol.")
    return ""


def is_signed(case, actor, now):
    """Both have signed, and what they signed is what stands in the file."""
    hearing = case.specific
    if not (hearing.chair_signed_at and hearing.secretary_signed_at):
        return _("The protocol is signed by the chair and the secretary first.")
    if {hearing.chair_digest, hearing.secretary_digest} != {digest(facts(hearing))}:
        return _("The file changed after it was signed: the chair and the secretary sign again.")
    return ""


def none_waits_at_the_door(case, actor, now):
    """Every proposal was looked at before the file is handed over."""
    number = case.specific.proposals.filter(state="received").count()
    return (
        ngettext(
            "%(number)d proposal waits to be admitted or set aside.",
            "%(number)d proposals wait to be admitted or set aside.",
            number,
        )
        % {"number": number}
        if number
        else ""
    )


def all_answered(case, actor, now):
    """No end while a proposal has no answer."""
    number = case.specific.proposals.unanswered().count()
    return (
        ngettext("%(number)d proposal has no answer yet.", "%(number)d proposals have no answer yet.", number)
        % {"number": number}
        if number
        else ""
    )
