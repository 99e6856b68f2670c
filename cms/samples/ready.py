"""What samples register when the site starts: who may do what, links for the pages of inquiries."""

from accounts.roles import Role, grant
from cms.samples import links


def register():
    """Editors keep the topics; the pages of requests and appeals lead to the samples."""
    for role in (Role.EDITOR, Role.PRESS_OFFICER, Role.HEAD):
        grant(role, *(f"cms.{right}_sampletopic" for right in ("add", "change", "view")))
    grant(Role.HEAD, "cms.delete_sampletopic")
    links.connect()
