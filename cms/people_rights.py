"""Who keeps the directory, partners, stories and documents."""

from accounts.roles import Role, grant

PUBLISHERS = (Role.EDITOR, Role.PRESS_OFFICER, Role.HEAD)
KEPT = ("post", "unitprofile", "person", "appointment", "consentrecord", "partner", "documentkind", "adoptingbody")


def register():
    """Editors, press officers and the head keep all of it; people, appointments and consents are never deleted."""
    for role in PUBLISHERS:
        grant(role, *(f"cms.{action}_{model}" for model in KEPT for action in ("add", "change", "view")))
    grant(Role.HEAD, "cms.delete_partner")
