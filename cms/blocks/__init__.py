"""Blocks of which editors build a text. Each checks itself, describes itself and shows a preview in the chooser."""

from .article import ArticleBody
from .files import DocumentBlock, VideoLinkBlock
from .pictures import GalleryBlock, PictureBlock
from .tables import CaptionedTableBlock
from .text import HeadingBlock, ParagraphBlock, QuoteBlock

__all__ = [
    "ArticleBody",
    "CaptionedTableBlock",
    "DocumentBlock",
    "GalleryBlock",
    "HeadingBlock",
    "ParagraphBlock",
    "PictureBlock",
    "QuoteBlock",
    "VideoLinkBlock",
]
