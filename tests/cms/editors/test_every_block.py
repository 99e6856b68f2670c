"""Every block of every page type has a sign, a description and a preview, and refuses what is empty."""

import pytest
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from tests import factories
from tests.cms.pages import image

LEAVES = (blocks.FieldBlock,)
PLAIN_ICONS = {"placeholder", ""}


def nested(block):
    """A block and everything below it."""
    yield block
    if isinstance(block, blocks.ListBlock):
        yield from nested(block.child_block)
    for child in getattr(block, "child_blocks", {}).values():
        yield from nested(child)


def streams():
    """All stream fields of all page types: (label, field)."""
    for model in sorted(get_page_models(), key=lambda model: model._meta.label):
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                yield f"{model._meta.label}.{field.name}", field


def offered():
    """Every block that an editor chooses from a list of blocks: (label, block)."""
    found = {}
    for label, field in streams():
        for block in nested(field.stream_block):
            for name, child in (
                getattr(block, "child_blocks", {}).items() if isinstance(block, blocks.StreamBlock) else ()
            ):
                found.setdefault(type(child).__qualname__, (f"{label}.{name}", child))
    return list(found.values())


def structures():
    """Every structured block below the fields, however deep."""
    found = {}
    for label, field in streams():
        for block in nested(field.stream_block):
            if isinstance(block, blocks.StructBlock) and not isinstance(block, LEAVES):
                found.setdefault(type(block).__qualname__, (label, block))
    return list(found.values())


OFFERED = offered()
STRUCTURES = [pair for pair in structures() if type(pair[1]).__module__.startswith("cms")]


def test_there_are_blocks_to_look_at():
    assert len(OFFERED) >= 10
    assert len(list(streams())) >= 5


@pytest.mark.parametrize(("label", "block"), OFFERED, ids=[label for label, _block in OFFERED])
def test_a_block_explains_itself(label, block):
    assert block.meta.icon not in PLAIN_ICONS, "no icon"
    assert str(block.get_description()).strip(), "no description"
    assert str(block.label).strip()
    assert str(block.meta.group or "").strip(), "no group"
    assert block.is_previewable, "no preview"


@pytest.mark.parametrize(("label", "block"), STRUCTURES, ids=[type(block).__name__ for _label, block in STRUCTURES])
def test_a_structure_has_a_sign_and_words(label, block):
    assert block.meta.icon not in PLAIN_ICONS, "no icon"
    assert str(block.get_description()).strip(), "no description"


@pytest.mark.django_db
@pytest.mark.parametrize(("label", "block"), OFFERED, ids=[label for label, _block in OFFERED])
def test_the_preview_opens(label, block, signed_in):
    image()
    answer = signed_in(factories.editor()).get(f"/admin/block-preview/?id={block.definition_prefix}")
    assert answer.status_code == 200, label


@pytest.mark.django_db
@pytest.mark.parametrize(("label", "block"), OFFERED, ids=[label for label, _block in OFFERED])
def test_an_empty_block_is_refused(label, block):
    with pytest.raises(Exception, match=r".") as refusal:
        block.clean(block.normalize(block.get_default()))
    assert "Validation" in type(refusal.value).__name__
