"""Pictures: one with a caption, or several together."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

PICTURES = _("Pictures and video")


def sample_images(number):
    """The first pictures of the library, for previews."""
    images = list(get_image_model().objects.order_by("pk")[:number])
    for image in images:
        image.contextual_alt_text, image.decorative = image.default_alt_text, False
    return images


class PictureBlock(blocks.StructBlock):
    """A picture; Wagtail's ImageBlock demands its description or the mark that it only decorates."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=250, required=False)
    author = blocks.CharBlock(label=_("Author of the picture"), max_length=120, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with a description for those who do not see it, a caption and its author.")
        group = PICTURES
        template = "cms/blocks/picture.html"

    def get_preview_value(self):
        """A picture from the library, or an empty frame."""
        image = next(iter(sample_images(1)), None)
        return self.normalize({"image": image, "caption": "Нова зала очікування", "author": "Пресслужба"})


class GalleryBlock(blocks.StructBlock):
    """Two or more pictures side by side."""

    title = blocks.CharBlock(label=_("Name of the gallery"), max_length=120)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("From 2 to 24 pictures in a grid. Each needs a description.")
        group = PICTURES
        template = "cms/blocks/gallery.html"

    def get_preview_value(self):
        """Pictures from the library."""
        pictures = [{"image": image, "caption": "", "author": ""} for image in sample_images(3)]
        return self.normalize({"title": "День відкритих дверей", "pictures": pictures})
