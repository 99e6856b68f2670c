"""What each role may do with places and the mobile centre."""

from accounts.roles import Role, grant

KEEPERS = (Role.EDITOR, Role.PRESS_OFFICER, Role.HEAD)
ANNOUNCERS = (*KEEPERS, Role.DESK_OPERATOR)


def register():
    """Editors keep routes and visits; the front desk reads them, confirms, moves and cancels; the head removes routes."""
    for role in KEEPERS:
        grant(role, *(f"cms.{action}_mobileroute" for action in ("add", "change", "view")))
        grant(role, *(f"cms.{action}_mobilevisit" for action in ("add", "change")))
    for role in ANNOUNCERS:
        grant(role, "cms.view_mobilevisit", "cms.steer_mobilevisit", "cms.announce_placepage")
    grant(Role.HEAD, "cms.delete_mobileroute")


def may_announce(user):
    """Whether this person may say that a place is closed today."""
    return user.is_active and user.has_perm("cms.announce_placepage")


def may_steer(user):
    """Whether this person may confirm, move and cancel visits."""
    return user.is_active and user.has_perm("cms.steer_mobilevisit")
