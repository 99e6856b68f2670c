"""The algorithm of a service or of a way out of trouble: steps joined by then, and, or."""

import itertools
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from cms.twins import in_language

STEPS = _("Steps")
FEWEST, MOST = 2, 12
THEN, AND, OR = "then", "and", "or"


class StepLinkBlock(blocks.StructBlock):
    """A link inside a step: a page of this site or an address elsewhere."""

    text = blocks.CharBlock(label=_("Text of the link"), max_length=120)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Or address"), required=False)
    context = blocks.CharBlock(
        label=_("What to know about it"),
        max_length=120,
        required=False,
        help_text=_("For example a price or where the address leads."),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        description = _("A page of this site or an address elsewhere.")
        group = STEPS
        template = "cms/blocks/step_link.html"
        preview_value = {
            "text": "Сплатити адміністративний збір",
            "page": None,
            "url": "https://example.org/",
            "context": "на сайті банку",
        }

    def clean(self, value):
        """Exactly one target."""
        value = super().clean(value)
        if bool(value.get("page")) == bool(value.get("url")):
            message = _("Choose a page or give an address: exactly one of them.")
            raise StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return value


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("What to do"), max_length=120)
    joins = blocks.ChoiceBlock(
        label=_("How it follows the step before"),
        choices=[(THEN, _("then")), (AND, _("and at the same time")), (OR, _("or instead"))],
        default=THEN,
    )
    optional = blocks.BooleanBlock(label=_("Only if needed"), required=False)
    where = blocks.MultipleChoiceBlock(
        label=_("Where"),
        choices=[("centre", _("at the centre")), ("online", _("online")), ("mobile", _("at a mobile visit"))],
        required=False,
    )
    takes = blocks.CharBlock(label=_("How long it takes"), max_length=60, required=False)
    body = blocks.RichTextBlock(label=_("Explanation"), features=["bold", "ol", "ul", "link"], required=False)
    links = blocks.ListBlock(StepLinkBlock(), label=_("Links"), default=[], max_num=6)
    documents = blocks.ListBlock(
        DocumentChooserBlock(label=_("Document")), label=_("Files to download"), default=[], max_num=6
    )

    class Meta:
        icon = "list-ol"
        label = _("Step")
        description = _("One step: what to do, where, how long it takes.")
        group = STEPS
        template = "cms/blocks/step.html"
        preview_value = {
            "title": "Подайте заяву",
            "joins": THEN,
            "optional": False,
            "where": ["centre"],
            "takes": "15 хвилин",
            "body": "<p>Адміністратор заповнить заяву з ваших слів.</p>",
            "links": [],
            "documents": [],
        }

    def get_context(self, value, parent_context=None):
        """A step that stands alone, as in the chooser's preview, is the first one."""
        context = super().get_context(value, parent_context=parent_context)
        context["step"] = Step(value=value, number=1)
        return context

    def where_labels(self, value):
        """Where the step is done, in words and in the order of the choices."""
        chosen = value.get("where") or []
        return [label for key, label in self.child_blocks["where"].field.choices if key in chosen]


@dataclass
class Step:
    """What the template prints of one step; `others` are the “and” and “or” steps that belong to it."""

    value: blocks.StructValue
    number: int
    key: str = ""
    joins: str = THEN
    others: list = field(default_factory=list)
    twins: dict = field(default_factory=dict)

    @property
    def label(self):
        """The number as a short text: 2, 2 and, 2 or."""
        return f"{self.number} {self.joins}" if self.joins != THEN else str(self.number)

    @property
    def where(self):
        """Where the step is done, in words."""
        return self.value.block.where_labels(self.value)

    @property
    def links(self):
        """Links that lead somewhere: dicts (text, url, context, is_outside); those to unpublished pages are left out."""
        links = []
        for link in self.value.get("links") or []:
            page = self.twins.get(link["page"].pk, None if self.twins else link["page"]) if link["page"] else None
            url = page.get_url() if page and page.live else link["url"]
            if url:
                links.append({"text": link["text"], "url": url, "context": link["context"], "is_outside": page is None})
        return links

    @property
    def files(self):
        """Files of the step as `components/file_list.html` prints them."""
        return [
            {"name": file.title, "url": file.url, "kind": file.file_extension.upper(), "size": file.get_file_size()}
            for file in self.value.get("documents") or []
            if file
        ]


def numbered(stream):
    """Return the steps of `stream` as a list of `Step`: every “then” begins a number, “and” and “or” stand within it."""
    steps = []
    for child in stream:
        joins = child.value["joins"] if steps else THEN
        number = len(steps) + (joins == THEN)
        step = Step(value=child.value, number=number, key=str(child.id or ""), joins=joins)
        (steps if joins == THEN else steps[-1].others).append(step)
    return steps


def every(steps):
    """Yield the steps of `numbered()` and those that stand within them, in the order of reading."""
    for step in steps:
        yield step
        yield from step.others


class AlgorithmBody(blocks.StreamBlock):
    """From two to twelve steps; the first follows nothing."""

    step = StepBlock()

    class Meta:
        max_num = MOST
        template = "cms/blocks/algorithm.html"

    def clean(self, value):
        """At least two steps; the first is a “then”; one group of “or” in every “then”."""
        value = super().clean(value)
        errors = joining_errors([child.value["joins"] for child in value])
        few = ErrorList()
        if len(value) and len(value) < FEWEST and not self.is_deferred_validation:
            few.append(ValidationError(_("An algorithm has at least two steps. Tell one action in the text above.")))
        if errors or few:
            raise StreamBlockValidationError(block_errors=errors, non_block_errors=few)
        return value

    def get_context(self, value, parent_context=None):
        """Add the numbered steps, with the pages they link to in the reader's language (one query at most)."""
        context = super().get_context(value, parent_context=parent_context)
        steps = numbered(value)
        page = (parent_context or {}).get("page")
        everything = list(every(steps))
        linked = [link["page"] for step in everything for link in step.value.get("links") or [] if link["page"]]
        if page is not None and linked:
            plain = list({target.pk: target for target in linked}.values())
            twins = dict(zip([target.pk for target in plain], _twins(plain, page.locale_id), strict=True))
            for step in everything:
                step.twins = twins
        context["steps"] = steps
        return context


def _twins(pages, locale_id):
    """The twin of each page, or the page itself, in the same order and number."""
    found = {page.translation_key: page for page in in_language(pages, locale_id)}
    return [found.get(page.translation_key, page) for page in pages]


def joining_errors(joins):
    """What is wrong with the order of a list of then, and, or: {number of the step from 0: ValidationError}."""
    errors = {}
    if joins and joins[0] != THEN:
        errors[0] = ValidationError(_("The first step follows nothing: choose “then”."))
    has_or = False
    for number, (before, join) in enumerate(itertools.pairwise(joins), start=1):
        if join == THEN:
            has_or = False
        elif join == OR:
            if has_or and before != OR:
                errors[number] = ValidationError(
                    _("The steps before already have their “or”. Put a step with “then” between the two choices.")
                )
            has_or = True
    return errors
