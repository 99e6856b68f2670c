"""A file that somebody sent in, as a row and as bytes in the private storage."""

import secrets

from django.core.files.storage import storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .examining import examine
from .names import clean_name, with_extension
from .states import ScanState


def private_storage():
    """The storage that no address serves by itself."""
    return storages["private"]


def unguessable_name(stored, name):
    """Where the bytes go: the month and 32 random hexadecimal digits; nothing of the original name but its kind."""
    extension = "." + name.rpartition(".")[2] if "." in name else ""
    return f"{timezone.now():%Y/%m}/{secrets.token_hex(16)}{extension}"


class StoredFile(models.Model):
    """A file with its true kind, size in bytes, checksum and the word of the virus scanner; a base for rooms' models."""

    file = models.FileField(_("file"), storage=private_storage, upload_to=unguessable_name, max_length=200)
    original_name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(_("kind"), max_length=120)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("checksum"), max_length=64, db_index=True)
    scan_state = models.CharField(
        _("virus scan"), max_length=12, choices=ScanState.choices, default=ScanState.NOT_SCANNED
    )
    has_active_content = models.BooleanField(
        _("contains active content"), default=False, help_text=_("Scripts, links to programs or embedded objects.")
    )
    uploaded_at = models.DateTimeField(_("uploaded"), default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    @classmethod
    def take(cls, uploaded_file, **fields):
        """Store an uploaded file and return the saved row; `fields` are the subclass's own.

        Looks into the content again unless `FilesField` already did. Raises ValidationError when it is not allowed.
        """
        found = examine(uploaded_file)
        name = with_extension(clean_name(uploaded_file.name), found.kind.extension)
        stored = cls(
            original_name=name,
            content_type=found.kind.content_type,
            size=found.size,
            sha256=found.sha256,
            scan_state=found.scan_state,
            has_active_content=found.has_active_content,
            **fields,
        )
        uploaded_file.seek(0)
        stored.file.save(f"file{found.kind.extension}", uploaded_file, save=False)
        stored.save()
        return stored

    def can_read(self, user):
        """May this user read the file? Each room answers for its own files."""
        raise NotImplementedError(f"{type(self).__name__} does not say who may read it.")

    @property
    def is_infected(self):
        """The scanner found a virus: nobody gets this file."""
        return self.scan_state == ScanState.INFECTED
