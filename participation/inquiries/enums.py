"""Named sets of the requests' room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExtensionReason(models.TextChoices):
    """Why an answer needs up to 20 working days (Law 2939-VI, Art. 20 p. 4); shown in the public register."""

    VOLUME = "volume", _("A large volume of information was asked for")
    SEARCH = "search", _("The information must be searched for among a large amount of data")


class AppealOutcome(models.TextChoices):
    """What became of a complaint against our answer."""

    GRANTED = "granted", _("A new answer was given")
    UPHELD = "upheld", _("The answer was left as it is")


class Helped(models.TextChoices):
    """The one question after an answer."""

    YES = "yes", _("Yes, I got what I asked for")
    PARTLY = "partly", _("In part")
    NO = "no", _("No")


class Page(models.TextChoices):
    """Kinds of copies that cost different sums (resolution 740 of the Cabinet of Ministers)."""

    A4 = "a4", _("A4 and smaller")
    A3 = "a3", _("A3 and larger")
    A4_REDACTED = "a4_redacted", _("A4 with restricted parts hidden")
    A3_REDACTED = "a3_redacted", _("A3 with restricted parts hidden")
    SCAN = "scan", _("Scan")
