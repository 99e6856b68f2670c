"""News and simple pages."""

from django.utils.translation import gettext_lazy as _

from cms.readiness import Requirement, declare

from .asking import either, filled, has_blocks


def register():
    """Declare what an article is not published without."""
    declare(
        "cms.NewsPage",
        Requirement(_("One or two sentences that say the main thing"), filled("lead")),
        Requirement(_("What the picture shows, for those who do not see it"), filled("image_alt"), has_picture),
    )
    declare(
        "cms.StandardPage",
        Requirement(_("Some text, a lead or the contacts"), either(has_blocks("body"), filled("lead"), shows_contacts)),
    )


def has_picture(page):
    """Is there a picture over the text?"""
    return bool(page.image_id)


def shows_contacts(page):
    """Do the contacts of the site stand on the page?"""
    return page.shows_contacts
