"""What the editorial machinery registers when the site starts: rights, letters, checklists, jobs."""

from accounts.roles import Role, grant
from cms import checking, editors_jobs, requirements

PUBLISHERS = (Role.EDITOR, Role.PRESS_OFFICER, Role.HEAD)
PROMOTIONS = [f"wagtailsearchpromotions.{action}_searchpromotion" for action in ("add", "change", "delete", "view")]
JOBS = editors_jobs.JOBS


def register():
    """Editors translate and promote; alerts are raised by whoever has their rights (see `cms.ready`)."""
    for role in PUBLISHERS:
        grant(role, "simple_translation.submit_translation", *PROMOTIONS)
    checking.declare_letters()
    requirements.register()
