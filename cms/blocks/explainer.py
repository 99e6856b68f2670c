"""How to fill in a blank: a picture of its page with numbered places, and the same as a numbered list."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from .pictures import sample_images

EXPLANATIONS = _("Explanations")
MOST_PAGES, MOST_NOTES = 8, 30
SMALLEST = 1  # percent; a smaller frame is not seen
WHOLE = 100
A4 = 297 / 210
ROOM = 2.8  # of a number in its circle, in hundredths of the width


def percent(label, least=0, **options):
    """A number of percent with one digit after the point."""
    return blocks.DecimalBlock(label=label, min_value=least, max_value=WHOLE, max_digits=4, decimal_places=1, **options)


class NoteBlock(blocks.StructBlock):
    """One place of the page and what to write there; the place is given in percent of the picture."""

    left = percent(_("From the left, %"), help_text=_("0 is the left edge of the picture, 100 the right one."))
    top = percent(_("From the top, %"))
    width = percent(_("Width, %"), SMALLEST)
    height = percent(_("Height, %"), SMALLEST)
    heading = blocks.CharBlock(label=_("What is written here"), max_length=120)
    text = blocks.TextBlock(label=_("Explanation"), max_length=600, required=False, rows=3)

    class Meta:
        icon = "crosshairs"
        label = _("Place on the page")
        description = _("A numbered frame on the picture and the words for it.")
        form_classname = "struct-block note-block"
        preview_value = {"left": 50, "top": 5, "width": 45, "height": 12, "heading": "Кому", "text": "Назва органу."}

    def clean(self, value):
        """The frame must not stand over the edge."""
        value = super().clean(value)
        errors = {}
        for start, length in (("left", "width"), ("top", "height")):
            if value[start] + value[length] > WHOLE:
                errors[length] = ValidationError(
                    _("The frame goes over the edge: this and “%(start)s” may make at most 100 together."),
                    params={"start": self.child_blocks[start].label},
                )
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value


class ExplainerPageBlock(blocks.StructBlock):
    """A picture of one page of the blank with its numbered places."""

    image = ImageBlock(label=_("Picture of the page"))
    notes = blocks.ListBlock(NoteBlock(), label=_("Places"), min_num=1, max_num=MOST_NOTES)

    class Meta:
        icon = "form"
        label = _("Page with explanations")
        description = _("The picture of a page with numbered places; the same notes are printed as a list.")
        group = EXPLANATIONS
        template = "cms/blocks/explainer_page.html"

    def get_context(self, value, parent_context=None):
        """Add the frames in the units of the drawing: the picture is 100 wide."""
        context = super().get_context(value, parent_context=parent_context)
        image = value.get("image")
        tall = WHOLE * (image.height / image.width if image and image.width else A4)
        context["tall"] = f"{tall:.2f}"
        context["frames"] = [frame(number, note, tall) for number, note in enumerate(value["notes"], 1)]
        return context

    def get_preview_value(self):
        """The first picture of the library, or an empty sheet."""
        image = next(iter(sample_images(1)), None)
        return self.normalize({"image": image, "notes": [NoteBlock._meta_class.preview_value]})


def frame(number, note, tall):
    """Where to draw a note: numbers as text with a point, whatever the language of the page."""
    x, width = float(note["left"]), float(note["width"])
    y, height = (float(note[side]) * tall / WHOLE for side in ("top", "height"))
    sign = max(x - ROOM, ROOM), min(max(y + height / 2, ROOM), max(tall - ROOM, ROOM))
    places = {"x": x, "y": y, "width": width, "height": height, "sign_x": sign[0], "sign_y": sign[1]}
    return {"number": number, **{name: f"{value:.2f}" for name, value in places.items()}}


class ExplainerBody(blocks.StreamBlock):
    """Pages of the blank in order."""

    page = ExplainerPageBlock()

    class Meta:
        max_num = MOST_PAGES

    def clean(self, value):
        """A page explained twice is a mistake."""
        value = super().clean(value)
        seen, errors = set(), {}
        for number, block in enumerate(value):
            image = block.value["image"]
            if image and image.pk in seen:
                errors[number] = ValidationError(_("This picture already stands above."))
            seen.add(image.pk if image else None)
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return value
