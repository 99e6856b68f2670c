"""Named sets of discussions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sort(models.TextChoices):
    """The order of comments."""

    NEWEST = "newest", _("Newest first")
    OLDEST = "oldest", _("Oldest first")
    ANSWERED = "answered", _("Most answered first")
