"""Services: what the information card must say (Law 5203-VI, Art. 8)."""

from django.utils.translation import gettext_lazy as _

from cms.readiness import Requirement, declare

from .asking import any_filled, either, filled, has_blocks, has_rows


def is_whole(page):
    """A page that only leads to its variants carries no card of its own."""
    return not (page.pk and page.get_children().exists())


def register():
    """Declare the card."""
    card = [
        (_("The provider of the service"), filled("provider_id")),
        (_("Who may apply"), filled("who_may_apply")),
        (_("The list of documents (when none is needed, one row that says so)"), has_rows("documents")),
        (_("The steps to take"), has_blocks("algorithm")),
        (_("The fee, or that it is free"), has_rows("fees")),
        (_("How long it takes"), has_rows("terms")),
        (_("What the person gets"), filled("result")),
        (_("How to appeal"), filled("how_to_appeal")),
        (_("The act of law"), has_rows("legal_acts")),
        (
            _("Where to get it: a place, a mobile visit or an address online"),
            either(has_rows("places"), any_filled("online_url"), goes_out),
        ),
    ]
    declare("cms.ServicePage", Requirement(_("What it is, in one sentence"), filled("lead")))
    declare("cms.ServicePage", *(Requirement(message, test, is_whole) for message, test in card))


def goes_out(page):
    """Is the service provided on mobile visits?"""
    return page.on_mobile_visits
