"""Places: nobody should come in vain."""

from django.utils.translation import gettext_lazy as _

from cms.readiness import Requirement, declare

from .asking import any_filled, either, filled, has_rows


def register():
    """Declare what a visitor must know before leaving home."""
    declare(
        "cms.PlacePage",
        Requirement(_("The address"), filled("address")),
        Requirement(_("The hours, or why it is closed"), either(has_rows("intervals"), filled("closed_reason"))),
        Requirement(_("A phone"), either(has_rows("phones"), any_filled("email"))),
        Requirement(_("Whether one can enter without stairs"), knows_about_stairs),
    )


def knows_about_stairs(page):
    """Was “unknown” replaced by an answer?"""
    return page.barrier_free in ("yes", "no")
