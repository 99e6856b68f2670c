"""Fields that several forms of the room share."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FIRST_DAY, LAST_DAY = datetime(1991, 8, 24).date(), datetime(2100, 12, 31).date()


def day_field(label, **options):
    """A date with the browser's own calendar, within what a community can mean."""
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        validators=[MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)],
        **options,
    )


class MomentField(forms.DateTimeField):
    """A local day and time; also takes what Python callers give."""

    def __init__(self, **options):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]
        super().__init__(widget=widget, input_formats=formats, **options)

    def clean(self, value):
        """Keep to years that a calendar of the community can hold."""
        moment = super().clean(value)
        if moment and not FIRST_DAY <= timezone.localdate(moment) <= LAST_DAY:
            raise ValidationError(_("Check the year."), code="year")
        return moment
