"""What the hub tells the rest of the house about itself."""

from django.utils.translation import gettext_lazy as _

from core import site, sitemaps, styles
from participation.addresses import addresses
from participation.statute.numbers import name_group

# The headings of the page of rules; a key of a number begins with its group.
GROUPS = (
    ("hearing", _("Public hearings")),
    ("consultation", _("Draft documents")),
    ("group", _("Working groups")),
    ("idea", _("Ideas")),
    ("voices", _("Signatures and attendance")),
    ("comments", _("Comments")),
    ("moderation", _("Moderation")),
)
STYLED = ("hearings", "groups", "ideas", "drafts", "comments", "moderation", "sheets", "follows", "feedback")


def register():
    """Style, links of the menus, addresses for the map of the site, headings of the numbers."""
    styles.register_part("participation", "participation", *STYLED)
    site.register_navigation(30, _("Participation"), "participation:hub")
    site.register_footer(20, _("Participation"), _("Decide together"), "participation:hub")
    site.register_footer(21, _("Participation"), _("You said, we did"), "feedback:list")
    site.register_footer(22, _("Participation"), _("Calendar of participation"), "participation:calendar")
    site.register_footer(23, _("Participation"), _("By what rules"), "participation:rules")
    sitemaps.register("participation", addresses)
    for prefix, label in GROUPS:
        name_group(prefix, label)
