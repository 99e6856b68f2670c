"""The text of an article."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

from .files import DocumentBlock, VideoLinkBlock
from .pictures import GalleryBlock, PictureBlock
from .tables import CaptionedTableBlock
from .text import HeadingBlock, ParagraphBlock, QuoteBlock


class ArticleBody(blocks.StreamBlock):
    """Everything that a news or simple page may hold."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    image = PictureBlock()
    gallery = GalleryBlock()
    video = VideoLinkBlock()
    document = DocumentBlock()
    table = CaptionedTableBlock()

    def clean(self, value):
        """A smaller heading needs a bigger one above it, otherwise the outline breaks for screen readers."""
        value = super().clean(value)
        bigger_seen = False
        for number, block in enumerate(value):
            if block.block_type != "heading":
                continue
            if block.value["level"] == "h2":
                bigger_seen = True
            elif not bigger_seen:
                message = _("A heading of a smaller part needs a heading of a part above it.")
                raise StreamBlockValidationError(block_errors={number: ValidationError(message)})
        return value
