"""Who may moderate what, who may appeal, and what first posts may hold."""

import re
import unicodedata
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import VerificationLevel
from participation.moderation import numbers
from participation.moderation.enums import ADVERSE, MOVES, AppealState, State, reasons_for
from participation.moderation.models import Appeal, Contribution
from participation.statute.numbers import value

RIGHT = "moderation.moderate"
FILES = ("pdf", "doc", "docx", "odt", "xls", "xlsx", "jpg", "jpeg", "png", "mp3", "mp4", "zip")
LINK = re.compile(
    r"https?\s*:|\bwww\s*\.|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?P<end>[a-z]{2,24})(?![\w-])|[\w-]+\.укр(?!\w)",
    re.IGNORECASE,
)


def may_moderate(user):
    """Whether this person moderates at all."""
    return user.is_authenticated and user.is_active and user.has_perm(RIGHT)


def why_not(contribution, verb, user):
    """Why `user` may not do `verb` with it now; empty when they may. `user` None is the machine."""
    if user is not None and not may_moderate(user):
        return _("You do not moderate.")
    if user is not None and contribution.is_own(user):
        return _("Nobody moderates their own words. Another moderator decides.")
    if contribution.withdrawn_at:
        return _("The author has taken this back.")
    sources, _target = MOVES[verb]
    if contribution.state not in sources:
        return _("This cannot be done: it is already in the state “%(state)s”.") % {
            "state": contribution.get_state_display()
        }
    if user is not None and verb in ADVERSE and is_barred(contribution, user):
        return _("The author appealed your decision. Another moderator decides about this text.")
    return ""


def is_barred(contribution, user):
    """Whether an appeal against `user`, open or upheld for this very text, keeps them from taking it out of view.

    Lists set `is_barred` on their rows beforehand, so that no row asks the database.
    """
    known = getattr(contribution, "is_barred", None)
    if known is None:
        known = appeals_barring(user).filter(decision__contribution=contribution).exists()
    return known


def appeals_barring(user):
    """Appeals after which `user` no longer decides against the text."""
    still = Q(state=AppealState.OPEN) | Q(state=AppealState.UPHELD, decision__contribution__reviewed_at__isnull=False)
    return Appeal.objects.filter(still, against=user)


def allowed(contribution, user):
    """The verbs open to `user` now, in the order of buttons."""
    return [verb for verb in MOVES if not why_not(contribution, verb, user)]


def wrong_reason(verb, reason, explanation):
    """What is wrong with the reason of a decision; empty when nothing."""
    known = dict(reasons_for(verb))
    if known and reason not in known:
        return _("Choose a reason from the list.")
    if reason == "other" and not explanation.strip():
        return _("Explain in words which rule is broken.")
    return ""


def why_not_undo(decision, user):
    """Why `user` may not undo a decision; empty when they may: only the latest one of a contribution can be undone."""
    contribution = decision.contribution
    if not may_moderate(user):
        return _("You do not moderate.")
    if contribution.is_own(user):
        return _("Nobody moderates their own words. Another moderator decides.")
    if decision.verb == "undo" or decision.is_undone:
        return _("This is undone already.")
    if contribution.withdrawn_at:
        return _("The author has taken this back.")
    if contribution.decisions.order_by("-at", "-pk").values_list("pk", flat=True).first() != decision.pk:
        return _("Something was decided after this. Undo the latest decision first.")
    if decision.from_state != State.VISIBLE and is_barred(contribution, user):
        return _("The author appealed your decision. Another moderator decides about this text.")
    return ""


def appeal_ends(decision):
    """The moment until which the author may appeal."""
    return decision.at + timedelta(days=value(numbers.APPEAL_DAYS, on=timezone.localdate(decision.at)).value)


def why_not_appeal(decision, user, now=None):
    """Why `user` may not appeal a decision; empty when they may."""
    if not user.is_authenticated or decision.contribution.author_id != user.pk:
        return _("Only the author may appeal.")
    if not decision.is_adverse or decision.is_undone or decision.contribution.is_shown:
        return _("There is nothing to appeal: the text is in view.")
    if decision.contribution.withdrawn_at:
        return _("You have taken this text back.")
    if Appeal.objects.filter(decision=decision).exists():
        return _("You have appealed this decision already.")
    if (now or timezone.now()) > appeal_ends(decision):
        return _("The term for appealing has passed.")
    return ""


def why_not_answer(appeal, user):
    """Why `user` may not answer an appeal; empty when they may: another moderator than the one who decided."""
    if not may_moderate(user):
        return _("You do not moderate.")
    if appeal.decision.contribution.is_own(user) or appeal.author_id == user.pk:
        return _("Nobody answers their own appeal.")
    if appeal.against_id == user.pk:
        return _("You made this decision. Another moderator answers the appeal.")
    if appeal.state != AppealState.OPEN:
        return _("This appeal is answered already.")
    return ""


def has_link(text):
    """Whether the text holds an address of a website; names of files and e-mail addresses are none."""
    plain = unicodedata.normalize("NFKC", text)
    return any((found["end"] or "").lower() not in FILES for found in LINK.finditer(plain))


def is_new(user, now=None):
    """Whether the account is new: young, or with few posts in view. People checked at the desk and staff never are."""
    if user.is_official_staff or user.verification == VerificationLevel.DESK:
        return False
    if user.date_joined > (now or timezone.now()) - timedelta(days=value(numbers.NEW_DAYS).value):
        return True
    enough = value(numbers.FIRST_POSTS).value
    return Contribution.objects.shown().filter(author=user)[:enough].count() < enough


def links_in_first_posts(user, text):
    """An error text when a new account posts a link, otherwise an empty one. Call it in the `clean` of a form."""
    if not has_link(text) or (user.is_authenticated and not is_new(user)):
        return ""
    return _("New accounts cannot post links yet. Take the address out and say it in words.")
