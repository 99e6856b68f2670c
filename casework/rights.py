"""What the roles may do with the register in Wagtail's own screens.

Which cases a person may open is decided row by row by `CaseQuerySet.workable_by`, not by permissions. The permission to
view cases lets the site history show what was done with them, so only those have it who see the cases of every unit.
"""

from accounts.roles import Role, grant


def grant_rights():
    """Grant the register's permissions; called once by `AppConfig.ready`."""
    for role in (Role.DESK_OPERATOR, Role.HEAD):
        grant(role, "casework.view_case")
