"""Who keeps the register of leaflets, notices for subscribers and workbooks of services."""

from accounts.roles import Role, grant

KEEPERS = (Role.EDITOR, Role.PRESS_OFFICER, Role.HEAD)
KEPT = ("leafletrun", "leafletplace", "distributionpoint", "subscribernotice")
IMPORTERS = (Role.EDITOR, Role.HEAD)
MAY_IMPORT = "cms.add_servicesheet"


def register():
    """Grant the rights."""
    for role in KEEPERS:
        for model in KEPT:
            grant(role, *(f"cms.{action}_{model}" for action in ("add", "change", "delete", "view")))
    for role in IMPORTERS:
        grant(role, MAY_IMPORT)
