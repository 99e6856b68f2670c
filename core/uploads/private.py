"""The storage of files that no address serves by itself."""

from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Files on disk without an address: Django would otherwise make one up from MEDIA_URL."""

    def url(self, name):
        """Raise ValueError: private files go through a view that asks who reads."""
        raise ValueError("This file is not accessible via a URL.")
