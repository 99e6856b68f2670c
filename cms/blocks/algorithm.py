"""The algorithm of a service or of a way out of trouble: steps joined by then, and, or."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

STEPS = _("Steps")
FEWEST, MOST = 2, 12


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("What to do"), max_length=120)
    joins = blocks.ChoiceBlock(
        label=_("How it follows the step before"),
        choices=[("then", _("then")), ("and", _("and at the same time")), ("or", _("or instead"))],
        default="then",
    )
    optional = blocks.BooleanBlock(label=_("Only if needed"), required=False)
    where = blocks.MultipleChoiceBlock(
        label=_("Where"),
        choices=[("centre", _("at the centre")), ("online", _("online")), ("mobile", _("at a mobile visit"))],
        required=False,
    )
    takes = blocks.CharBlock(label=_("How long it takes"), max_length=60, required=False)
    body = blocks.RichTextBlock(label=_("Explanation"), features=["bold", "ol", "ul", "link"], required=False)

    class Meta:
        icon = "list-ol"
        label = _("Step")
        description = _("One step: what to do, where, how long it takes.")
        group = STEPS
        template = "cms/blocks/step.html"
        preview_value = {
            "title": "Подайте заяву",
            "joins": "then",
            "optional": False,
            "where": ["centre"],
            "takes": "15 хвилин",
            "body": "<p>Адміністратор заповнить заяву з ваших слів.</p>",
        }


class AlgorithmBody(blocks.StreamBlock):
    """From two to twelve steps; the first follows nothing."""

    step = StepBlock()

    class Meta:
        max_num = MOST

    def clean(self, value):
        """The first step cannot be “and” or “or”."""
        value = super().clean(value)
        if len(value) and value[0].value["joins"] != "then":
            message = _("The first step follows nothing: choose “then”.")
            raise StreamBlockValidationError(block_errors={0: ValidationError(message)})
        return value
