"""Tasks and groups of a life situation."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

SITUATION = _("Life situation")


class TaskBlock(blocks.StructBlock):
    """One of the things people do first: something to do or something to know."""

    label = blocks.CharBlock(label=_("Task"), max_length=80)
    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[("action", _("something to do")), ("information", _("something to know"))],
        default="action",
    )
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Or address"), required=False)

    class Meta:
        icon = "tasks"
        label = _("Top task")
        description = _("What people do first in this situation.")
        group = SITUATION
        template = "cms/blocks/situation_task.html"
        preview_value = {
            "label": "Зареєструвати народження",
            "kind": "action",
            "page": None,
            "url": "https://diia.gov.ua/",
        }

    def clean(self, value):
        """Exactly one target."""
        value = super().clean(value)
        if bool(value.get("page")) == bool(value.get("url")):
            message = _("Choose a page or give an address: exactly one of them.")
            raise StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return value


class GroupBlock(blocks.StructBlock):
    """Services and other pages under one heading."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1, max_num=20)

    class Meta:
        icon = "list-ul"
        label = _("Group")
        description = _("Services and pages that belong together.")
        group = SITUATION
        template = "cms/blocks/situation_group.html"
        preview_value = {"heading": "Спочатку", "pages": []}


class SituationTasks(blocks.StreamBlock):
    """Up to four tasks."""

    task = TaskBlock()

    class Meta:
        max_num = 4


class SituationGroups(blocks.StreamBlock):
    """Any number of groups."""

    group = GroupBlock()
