"""What this room tells the rest of the house about itself."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from accounts import mydata
from casework import panels
from core import audit
from core.jobs import periodic
from participation.sheets import mail, people, services
from participation.sheets.panels import voices_panel

ACTIONS = (
    ("sheets.open", _("Begin collection"), _("Began a collection of voices")),
    ("sheets.close", _("Close collection"), _("Closed the collection of voices")),
    ("sheets.print", _("Print sheets"), _("Printed numbered sheets")),
    ("sheets.key_in", _("Key in sheet"), _("Keyed in rows of a sheet")),
    ("sheets.scan", _("Scan of sheet"), _("Added a scan of a sheet")),
    ("sheets.strike", _("Strike voice out"), _("Struck a voice out")),
    ("sheets.restore", _("Restore voice"), _("Let a struck voice stand again")),
)


def register():
    """Enter everything; called once by the app's `ready()`."""
    mail.declare_letters()
    for action, label, message in ACTIONS:
        audit.declare(action, label, message)
    panels.register(voices_panel)
    mydata.register("voices", export=people.export_voices, erase=people.erase_voices)
    periodic("sheets.names", timedelta(hours=24))(services.erase_old_names)
    periodic("sheets.close", timedelta(hours=6))(services.close_with_cases)
