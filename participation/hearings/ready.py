"""What this room tells the rest of the house about itself."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from accounts import mydata
from casework.procedure import register as register_procedure
from core import site
from core.jobs import periodic
from participation import openings as hub
from participation import sources
from participation.hearings import mail, openings, people, services
from participation.hearings.enums import Profile
from participation.hearings.printing import print_item
from participation.hearings.procedures.hearing import HEARING
from participation.hearings.procedures.proposal import PROPOSAL
from participation.hearings.receivers import on_threshold
from participation.sheets import pack
from participation.sheets.signals import threshold_reached
from participation.statute.numbers import name_profiles


def register():
    """Enter everything; called once by the app's `ready()`."""
    register_procedure(HEARING)
    register_procedure(PROPOSAL)
    name_profiles(dict(Profile.choices))
    sources.register(sources.Source(PROPOSAL.key, _("Proposals at hearings"), procedures=(PROPOSAL.key,)))
    mail.declare_letters()
    threshold_reached.connect(on_threshold, dispatch_uid="hearings-threshold")
    periodic("hearings.remind", timedelta(hours=1))(services.remind)
    periodic("hearings.lapse", timedelta(hours=1))(services.lapse_due)
    periodic("hearings.forget", timedelta(days=1))(services.forget)
    mydata.register("hearings", export=people.export, erase=people.erase)
    pack.register(HEARING.key, print_item)
    hub.register_kind(openings.KIND, _("Public hearings"))
    hub.register_open(openings.open_now)
    hub.register_dates(openings.dates)
    hub.register_decided(openings.decided)
    site.register_footer(14, _("Participation"), _("Public hearings"), "hearings:list")
