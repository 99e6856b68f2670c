"""Headings, paragraphs, quotations."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.slugs import page_slug

TEXT = _("Text")
PARAGRAPH_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "hr"]


class HeadingValue(blocks.StructValue):
    """A heading knows its anchor."""

    @property
    def anchor(self):
        """The part of the address after # that leads to this heading."""
        return page_slug(self.get("text") or "")


class HeadingBlock(blocks.StructBlock):
    """A heading of a part of the text or of a smaller part in it."""

    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("h2", _("part of the text")), ("h3", _("smaller part"))], default="h2"
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Names a part of a long text. Readers and screen readers jump between headings.")
        group = TEXT
        template = "cms/blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"text": "Які документи взяти з собою", "level": "h2"}


class ParagraphBlock(blocks.RichTextBlock):
    """Text with links, lists, bold and italic."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", PARAGRAPH_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("One or more paragraphs with lists and links.")
        group = TEXT
        template = "cms/blocks/paragraph.html"
        preview_value = (
            "<p>ЦНАП приймає <b>без попереднього запису</b>. Візьміть із собою:</p>"
            "<ul><li>паспорт або ID-картку;</li><li>податковий номер.</li></ul>"
        )


class QuoteBlock(blocks.StructBlock):
    """Someone's words with their name."""

    text = blocks.TextBlock(label=_("Words"), max_length=600)
    author = blocks.CharBlock(label=_("Who said it"), max_length=120)
    position = blocks.CharBlock(label=_("Position of the speaker"), max_length=160, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody’s own words. The name is required.")
        group = TEXT
        template = "cms/blocks/quote.html"
        preview_value = {
            "text": "Людина має витратити на візит п’ятнадцять хвилин, а не пів дня.",
            "author": "Олена Гнатюк",
            "position": "начальниця відділу «ЦНАП»",
        }
