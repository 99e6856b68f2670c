"""Who may open a case on the public site: its submitter, or whoever proved the number and code in this session."""

from django.http import Http404

from casework.actors import Actor
from casework.models import Case
from casework.services.tracking import normalise_number

SESSION_KEY = "followed_cases"
MOST_FOLLOWED = 50


def remember(request, case):
    """Let this browser open `case` again without the code."""
    followed = [pk for pk in request.session.get(SESSION_KEY, []) if pk != case.pk]
    request.session[SESSION_KEY] = [*followed, case.pk][-MOST_FOLLOWED:]


def may_follow(request, case):
    """Whether this browser or this person may open `case` as its applicant."""
    owns = request.user.is_authenticated and case.submitter_id == request.user.pk
    return owns or case.pk in request.session.get(SESSION_KEY, [])


def followed_case(request, number):
    """Return (specific case, actor). Raises Http404 for a case that is unknown or not this person's, alike."""
    case = Case.objects.filter(number=normalise_number(number)).first()
    if case is None or not may_follow(request, case):
        raise Http404
    return case.specific, Actor.applicant(request.user)
