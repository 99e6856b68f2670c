"""Files of an idea that everybody may read: pictures drawn anew, documents that a moderator let through."""

from casework.enums import AttachmentPurpose
from casework.models import Attachment
from core.uploads.pictures import NoPublicCopyError, public_copy

COPIED = ("file", "original_name", "content_type", "size", "sha256", "scan_state", "has_active_content")


def from_author(case):
    """What came with the idea, from the site or on paper."""
    return case.attachments.filter(purpose=AttachmentPurpose.APPLICANT, message=None)


def is_picture(stored):
    """Whether a file is a picture."""
    return stored.content_type.startswith("image/")


def publish_files(case, chosen, actor):
    """Make public copies. `chosen` are the files that a moderator let through; None means every picture of the author.

    A picture is always drawn anew: the place where it was taken, the device and the author's name stay behind. Without a
    moderator no document is published, for nobody has looked what stands in it.
    """
    if chosen is None:
        chosen = [stored for stored in from_author(case) if is_picture(stored)]
    public = {"case_id": case.pk, "purpose": AttachmentPurpose.PUBLIC_COPY, "uploaded_by": actor.user}
    for stored in chosen:
        if not is_picture(stored):
            same = {name: getattr(stored, name) for name in COPIED}
            Attachment.objects.create(**public, public_copy_of=stored, **same)
            continue
        try:
            Attachment.take(public_copy(stored), public_copy_of=stored, **public)
        except NoPublicCopyError:
            continue  # what cannot be drawn is not shown; the author and staff still have it
