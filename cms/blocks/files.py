"""Documents to download and links to video."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock

from .pictures import PICTURES

FILES = _("Documents and tables")


class DocumentBlock(blocks.StructBlock):
    """A file; the reader sees its format and size before downloading."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Name of the document"),
        max_length=160,
        required=False,
        help_text=_("Leave empty to print the document’s own title."),
    )
    note = blocks.CharBlock(label=_("Note"), max_length=250, required=False)

    def get_context(self, value, parent_context=None):
        """Add the size in bytes, or None when the file is lost."""
        context = super().get_context(value, parent_context=parent_context)
        document = value.get("document")
        context["size"] = document.get_file_size() if document else None
        return context

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download. Its format and size are printed beside it.")
        group = FILES
        template = "cms/blocks/document.html"

    def get_preview_value(self):
        """The first document of the library, or an empty line."""
        document = get_document_model().objects.order_by("pk").first()
        return self.normalize(
            {"document": document, "title": "Бланк заяви", "note": "Заповнюйте друкованими літерами."}
        )


class VideoLinkBlock(blocks.StructBlock):
    """A card that leads to a video on another site; nothing of that site loads here, so nobody is followed."""

    title = blocks.CharBlock(label=_("Title of the video"), max_length=160)
    url = blocks.URLBlock(label=_("Address"), max_length=500)
    minutes = blocks.IntegerBlock(label=_("Length, minutes"), min_value=1, max_value=600, required=False)
    text_version = blocks.RichTextBlock(
        label=_("What the video says"),
        features=["bold", "ol", "ul", "link"],
        required=False,
        help_text=_("The same in words, for those who cannot watch or hear it."),
    )

    class Meta:
        icon = "media"
        label = _("Link to a video")
        description = _("Opens the video on its own site. Add the same in words.")
        group = PICTURES
        template = "cms/blocks/video.html"
        preview_value = {
            "title": "Як замовити довідку через електронний кабінет",
            "url": "https://video.example.org/watch/1",
            "minutes": 4,
            "text_version": "<p>У відео показано чотири кроки.</p>",
        }

    def clean(self, value):
        """Only https addresses."""
        value = super().clean(value)
        if value.get("url") and urlsplit(value["url"]).scheme != "https":
            message = _("The address must begin with https://.")
            raise StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return value

    def get_context(self, value, parent_context=None):
        """Add the name of the other site."""
        context = super().get_context(value, parent_context=parent_context)
        context["site_name"] = (urlsplit(value.get("url") or "").hostname or "").removeprefix("www.")
        return context
