"""Who gets the letters of a body."""

from django.conf import settings

from participation.follows.services import followers_of
from participation.groups.models import Member, WorkspaceAccess


def addresses_of(body_id):
    """(address, language) of members in office and of whoever opens the workspace, each once."""
    found = {}
    for member in Member.objects.on().filter(body=body_id).select_related("user").order_by("pk"):
        address = member.email or (member.user.email if member.user else "")
        language = member.user.language if member.user else settings.LANGUAGE_CODE
        found.setdefault(address.lower(), (address, language))
    for access in WorkspaceAccess.objects.in_force().filter(body=body_id).select_related("user").order_by("pk"):
        found.setdefault(access.user.email.lower(), (access.user.email, access.user.language))
    return [pair for address, pair in found.items() if address]


def members(case, data):
    """Readers of a letter about a body."""
    return addresses_of(case.pk)


def members_of_meeting(case, data):
    """Readers of a letter about a meeting: members, who opens the workspace, and whoever follows the body."""
    found = {address.lower(): (address, language) for address, language in followers_of(case.group)}
    return list({**found, **{pair[0].lower(): pair for pair in addresses_of(case.group_id)}}.values())
