"""Who may write notices and keep the lists of providers and audiences."""

from accounts.roles import Role, grant

PUBLISHERS = (Role.EDITOR, Role.PRESS_OFFICER, Role.HEAD)


def register():
    """Notices are everyday work; providers and audiences are kept by those who write services, deleted by the head."""
    for role in PUBLISHERS:
        grant(role, *_rights("servicenotice", "add", "change", "delete", "view"))
        for model in ("serviceprovider", "audience"):
            grant(role, *_rights(model, "add", "change", "view"))
    for model in ("serviceprovider", "audience"):
        grant(Role.HEAD, *_rights(model, "delete"))


def _rights(model, *actions):
    return [f"cms.{action}_{model}" for action in actions]
