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
        """Keep the outline whole for screen readers and every heading's address its own."""
        value = super().clean(value)
        errors = {}
        levels, anchors = set(), set()
        for number, block in enumerate(value):
            if block.block_type != "heading":
                continue
            if block.value["level"] == "h3" and "h2" not in levels:
                errors[number] = ValidationError(_("A heading of a smaller part needs a heading of a part above it."))
            if block.value.anchor in anchors:
                errors[number] = ValidationError(_("Another heading of this text has the same words."))
            levels.add(block.value["level"])
            anchors.add(block.value.anchor)
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return value
