"""Questions and results of “find my service”."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.finder.rules import Node, Option, problems

FINDER = _("Find my service")
MOST_NODES = 80


class KeyBlock(blocks.CharBlock):
    """The short name of a node."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Short name"))
        kwargs.setdefault("help_text", _("One or two words that readers do not see; answers lead here by it."))
        super().__init__(max_length=40, **kwargs)


class OptionBlock(blocks.StructBlock):
    """One answer and where it leads."""

    label = blocks.CharBlock(label=_("Answer"), max_length=120)
    leads_to = KeyBlock(
        label=_("Leads to"), help_text=_("The short name of the question or result that follows this answer.")
    )

    class Meta:
        icon = "arrow-right"
        label = _("Answer")
        description = _("What a reader may answer, and the question or result that follows.")
        preview_value = {"label": "Загубили", "leads_to": "загубили"}


class QuestionBlock(blocks.StructBlock):
    """A question with its answers."""

    key = KeyBlock()
    text = blocks.CharBlock(label=_("Question"), max_length=160)
    hint = blocks.CharBlock(label=_("Hint"), max_length=250, required=False)
    options = blocks.ListBlock(OptionBlock(), label=_("Answers"), min_num=2, max_num=8)

    class Meta:
        icon = "help"
        label = _("Question")
        description = _("One question; each answer leads to another question or to a result.")
        group = FINDER
        template = "cms/blocks/finder_question.html"
        preview_value = {
            "key": "документи",
            "text": "Що сталося з паспортом?",
            "hint": "Якщо його викрали, спершу зверніться до поліції.",
            "options": [
                {"label": "Загубили", "leads_to": "загубили"},
                {"label": "Закінчився строк дії", "leads_to": "обмін"},
            ],
        }


class OutcomeBlock(blocks.StructBlock):
    """A result: words and the pages of services."""

    key = KeyBlock()
    title = blocks.CharBlock(label=_("Result"), max_length=160)
    text = blocks.RichTextBlock(label=_("Explanation"), features=["bold", "ol", "ul", "link"], required=False)
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Page"), required=False), label=_("Services and pages"), min_num=0, max_num=8
    )

    class Meta:
        icon = "circle-check"
        label = _("Result")
        description = _("Where the questions end: what the person needs, with the pages of services.")
        group = FINDER
        template = "cms/blocks/finder_outcome.html"
        preview_value = {
            "key": "загубили",
            "title": "Вам потрібен новий паспорт замість втраченого",
            "text": "<p>Подайте заяву особисто в центрі протягом місяця.</p>",
            "pages": [],
        }

    def clean(self, value):
        """A result without words and without pages says nothing."""
        value = super().clean(value)
        if not value["text"] and not any(value["pages"]) and not self.is_deferred_validation:
            message = _("Explain what to do or choose at least one page.")
            raise StructBlockValidationError(block_errors={"text": ValidationError(message)})
        return value


class FinderTree(blocks.StreamBlock):
    """All questions and results; the first question is the start. A draft may be unfinished, a published tree may not."""

    question = QuestionBlock()
    outcome = OutcomeBlock()

    class Meta:
        max_num = MOST_NODES
        required = False

    def clean(self, value):
        """Let the rules speak, each beside the node at fault."""
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        if not len(value):
            raise StreamBlockValidationError(non_block_errors=[ValidationError(_("Begin with a question."))])
        found = problems(nodes_of(value))
        if found:
            numbers = {problem.node for problem in found}
            raise StreamBlockValidationError(
                block_errors={number: _beside(found, number) for number in sorted(numbers)}
            )
        return value


def nodes_of(tree):
    """The value of the block as the rules take it."""
    return [
        Node(
            block.value["key"],
            block.block_type == "question",
            tuple(Option(row["label"], row["leads_to"]) for row in block.value.get("options") or ()),
        )
        for block in tree
    ]


def _beside(found, number):
    """The errors of one node, as Wagtail's editor shows them beside its fields."""
    fields, options = {}, {}
    for problem in (problem for problem in found if problem.node == number):
        if problem.option is None:
            fields.setdefault(problem.field, ValidationError(problem.message))
        else:
            errors = options.setdefault(problem.option, {})
            errors.setdefault(problem.field, ValidationError(problem.message))
    if options:
        rows = {place: StructBlockValidationError(block_errors=errors) for place, errors in options.items()}
        fields["options"] = ListBlockValidationError(block_errors=rows)
    return StructBlockValidationError(block_errors=fields)
