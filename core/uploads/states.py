"""What the virus scanner said of a file."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ScanState(models.TextChoices):
    """The word of the scanner. "Not scanned" is shown as such and asked again; it never blocks a person."""

    NOT_SCANNED = "not_scanned", _("Not scanned")
    CLEAN = "clean", _("Clean")
    INFECTED = "infected", _("Infected")
    FAILED = "failed", _("The scanner could not read it")
