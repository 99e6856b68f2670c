"""Pictures of a text, fetched together: one query however many pictures it holds."""

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.images import get_image_model

BODY_PICTURE = "width-960|format-webp"


def pictures_of(body):
    """Every image of an article body (a StreamValue), in order."""
    for block in body:
        if block.block_type in ("image", "page"):
            yield block.value.get("image")
        elif block.block_type == "gallery":
            yield from (picture.get("image") for picture in block.value["pictures"])


def prefetch_renditions(body):
    """Let the templates find the renditions of all pictures of `body` without asking again."""
    images = [image for image in pictures_of(body) if image is not None]
    if images:
        renditions = get_image_model().get_rendition_model().objects.filter(filter_spec=BODY_PICTURE)
        prefetch_related_objects(images, Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions"))
