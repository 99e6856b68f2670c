"""Who else reads a letter about a request, besides the applicant, the assignee and the head."""

from accounts.models import User
from accounts.roles import Role


def holder(case, data):
    """The body to which the request goes, if its address is known."""
    return [(data["holder_email"], "uk")] if data.get("holder_email") else []


def heads_if_urgent(case, data):
    """The heads, when the requester says that it is urgent: they decide at once."""
    if not case.urgent_reason:
        return []
    return [(user.email, user.language) for user in User.objects.with_role(Role.HEAD)]


def drafter(case, data):
    """The person who drafted the last version."""
    answer = case.answers.select_related("drafted_by").order_by("-version").first()
    return [(answer.drafted_by.email, answer.drafted_by.language)] if answer else []
