"""Tools of a level of participation, each with the place where it is found."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

ADDRESS = RegexValidator(
    r"^(/(?!/)|https://)[^\s\\\"<>]*$", _("The address must begin with / (a page of this site) or https://.")
)


class ToolBlock(blocks.StructBlock):
    """One tool: its name, what it is for, where it is."""

    name = blocks.CharBlock(label=_("Tool"), max_length=100)
    text = blocks.CharBlock(label=_("What it is for"), max_length=250, required=False)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.CharBlock(label=_("Or address"), max_length=300, required=False, validators=[ADDRESS])

    class Meta:
        icon = "cogs"
        label = _("Tool")
        description = _("A way to take part, with a link to the place where it is found.")
        group = _("Participation")
        template = "cms/blocks/tool.html"
        preview_value = {
            "name": "Скринька пропозицій",
            "text": "Запропонувати зміну можна без імені.",
            "page": None,
            "address": "/zvernennia/propozytsiia/",
        }

    def clean(self, value):
        """At most one target."""
        value = super().clean(value)
        if value.get("page") and value.get("address"):
            message = _("Choose a page or give an address, not both.")
            raise StructBlockValidationError(block_errors={"address": ValidationError(message)})
        return value


class ToolList(blocks.StreamBlock):
    """The tools of one level."""

    tool = ToolBlock()

    class Meta:
        max_num = 12
        required = False
