"""The room's share of what is held of a person."""

from participation.groups.models import Member, MembershipApplication, MinutesRemark, WorkspaceAccess

ORIGINALS = ("number", "occupation", "organisation", "experience", "conflict_statement", "reason")


def export_groups(user):
    """Applications, mandates, access and remarks of the person."""
    mandates = Member.objects.filter(user=user).order_by("pk")
    accesses = WorkspaceAccess.objects.filter(user=user).order_by("pk")
    return {
        "applications": list(MembershipApplication.objects.filter(submitter=user).order_by("pk").values(*ORIGINALS)),
        "mandates": list(mandates.values("body__name", "name", "position", "mandate_from", "mandate_to", "ended_on")),
        "access": list(accesses.values("body__name", "granted_at", "until", "revoked_at")),
        "remarks": list(MinutesRemark.objects.filter(author=user).order_by("pk").values("at", "text")),
    }


def erase_groups(user):
    """Take access, contacts and remarks away; the composition by the act of the authority stays a public record."""
    WorkspaceAccess.objects.filter(user=user).delete()
    MinutesRemark.objects.filter(author=user).delete()
    Member.objects.filter(user=user).update(email="", user=None)
