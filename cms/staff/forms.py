"""Forms in which staff keep people, appointments and consents."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.models import ConsentScan, PersonPhoto
from cms.portraits import NotAPicture, portrait
from cms.story_form import PersonField
from core.uploads.examining import examine


class PrivateFileField(forms.FileField):
    """One file that is known by its content; the stored one is never offered by an address."""

    widget = forms.FileInput

    def clean(self, data, initial=None):
        """Return the examined file. Raises ValidationError."""
        file = super().clean(data, initial)
        if file and hasattr(file, "read"):
            examine(file)
        return file


class ChoosesPerson(WagtailAdminModelForm):
    """A form with a choice of people by their names."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kept = self.fields["person"]
        self.fields["person"] = PersonField(kept.queryset, label=kept.label)


class AppointmentForm(ChoosesPerson):
    """Who holds a post."""


class PersonForm(WagtailAdminModelForm):
    """A person with a photo, which is drawn anew (no place, no device) and kept privately."""

    photo_file = PrivateFileField(
        label=_("photo"), required=False, help_text=_("JPG, PNG or WEBP. Shown only with a consent to the photo.")
    )
    drop_photo = forms.BooleanField(label=_("delete the photo"), required=False)

    def clean_photo_file(self):
        """Draw the picture anew; keep nothing that is not a picture."""
        file = self.cleaned_data.get("photo_file")
        if not file:
            return None
        try:
            return ContentFile(portrait(file), name="portrait.jpg")
        except NotAPicture:
            raise ValidationError(_("This file is not a picture.")) from None

    def save(self, commit=True):
        """Save the person, then the photo."""
        person = super().save(commit=commit)
        file = self.cleaned_data.get("photo_file")
        if commit and (file or self.cleaned_data.get("drop_photo")):
            PersonPhoto.objects.filter(person=person).delete()
        if commit and file:
            PersonPhoto.take(file, person=person)
        return person


class ConsentForm(ChoosesPerson):
    """A consent with the scan of its paper."""

    scan_file = PrivateFileField(
        label=_("scan of the document"), required=False, help_text=_("Only staff who keep consents can read it.")
    )

    def save(self, commit=True):
        """Save the consent, then the scan in place of the former one."""
        record = super().save(commit=commit)
        file = self.cleaned_data.get("scan_file")
        if commit and file:
            ConsentScan.objects.filter(consent=record).delete()
            ConsentScan.take(file, consent=record)
        return record
