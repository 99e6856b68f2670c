"""Letters about a case: who gets them and what every one of them knows."""

from django.conf import settings
from django.utils import translation

from accounts.models import User
from accounts.roles import Role
from casework.services.tracking import tracking_code, tracking_link
from core import outbox


def addresses(case, who, data=None):
    """Return (address, language) pairs of `who`: applicant, assignee, unit, head or a function of (case, data)."""
    if callable(who):
        return list(who(case, data))
    if who == "applicant":
        applicant = getattr(case, "applicant", None)
        return [(applicant.email, applicant.language)] if applicant and applicant.email else []
    if who == "assignee":
        return [(case.assignee.email, case.assignee.language)] if case.assignee_id else []
    if who == "unit":
        return [(case.unit.email, settings.LANGUAGE_CODE)] if case.unit_id and case.unit.email else []
    if who == "head":
        return [(user.email, user.language) for user in User.objects.with_role(Role.HEAD).filter(is_active=True)]
    raise ValueError(f"Nobody is called {who!r}.")


def write_letter(case, kind, *, to, event, context=None, data=None):
    """Write the declared letter `kind` about `event` of `case` to `to`, in each reader's language."""
    for address, language in addresses(case, to, data):
        with translation.override(language):
            facts = letter_facts(case, event, for_applicant=to == "applicant")
        outbox.write(
            kind,
            event=f"case:{case.pk}:event:{event.sequence}",
            recipient=address,
            context={**facts, **(context or {}), "data": data or {}},
            language=language,
        )


def letter_facts(case, event, *, for_applicant):
    """What every letter about a case may print; the secret code only in letters to the applicant."""
    facts = {
        "case": case,
        "number": case.number,
        "procedure": case.rules.label,
        "state": case.get_state_display(),
        "due_at": case.due_at,
        "event": event,
    }
    if for_applicant:
        facts |= {"link": tracking_link(case), "code": tracking_code(case)}
    else:
        facts["link"] = f"{settings.BASE_URL}/admin/sprava/{case.pk}/"
    return facts
