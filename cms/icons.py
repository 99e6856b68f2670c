"""Signs that an editor may give to a situation, a guide or a way out of trouble."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageIcon(models.TextChoices):
    """The values are names in static/icons.svg."""

    SERVICE = "service", _("sheet of paper")
    BABY = "baby", _("baby")
    HOME = "home", _("house")
    CARD = "card", _("identity card")
    CALENDAR = "calendar", _("calendar")
    BRIEFCASE = "briefcase", _("briefcase")
    LEAF = "leaf", _("leaf")
    HEART = "heart", _("heart")
    MEDAL = "medal", _("medal")
    PEOPLE = "people", _("people")
    SHIELD = "shield", _("shield")
    KEY = "key", _("key")
    PIN = "pin", _("place on a map")
    VAN = "van", _("bus")
    PHONE = "phone", _("telephone")
    TALK = "talk", _("conversation")
    IDEA = "idea", _("idea")
    ALERT = "alert", _("warning")
    DROP = "drop", _("drop of water")
    LOCK = "lock", _("lock")
