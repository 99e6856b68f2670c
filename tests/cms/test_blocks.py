"""Blocks check themselves, show previews and never let an editor's text become markup."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.documents import get_document_model

from cms.blocks import ArticleBody, CaptionedTableBlock, VideoLinkBlock
from tests import factories
from tests.cms.pages import image, news

pytestmark = pytest.mark.django_db
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
BODY = ArticleBody()


def body(*blocks):
    return BODY.normalize(list(blocks))


def table(**changes):
    value = {
        "table_caption": "Години",
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "data": [["День", "Години"], ["Понеділок", "8:00"]],
    }
    return {**value, **changes}


def evil_blocks():
    document = get_document_model().objects.create(title=EVIL[:200], file=ContentFile(b"1", name="a.txt"))
    picture = image(title=EVIL)
    shown = {"image": {"image": picture, "alt_text": EVIL, "decorative": False}, "caption": EVIL, "author": EVIL}
    return {
        "heading": {"text": EVIL, "level": "h2"},
        "paragraph": f"<p>{EVIL}<a href='javascript:alert(3)'>тут</a></p>",
        "quote": {"text": EVIL, "author": EVIL, "position": EVIL},
        "image": shown,
        "gallery": {"title": EVIL, "pictures": [shown, shown]},
        "video": {
            "title": EVIL,
            "url": 'https://example.org/"><script>',
            "minutes": 3,
            "text_version": f"<p>{EVIL}</p>",
        },
        "document": {"document": document, "title": EVIL, "note": EVIL},
        "table": table(table_caption=EVIL, data=[[EVIL, EVIL], [EVIL, EVIL]]),
    }


def test_every_block_is_tried_below():
    assert set(evil_blocks()) == set(BODY.child_blocks)


@pytest.mark.parametrize("kind", list(BODY.child_blocks))
def test_an_editors_words_never_become_markup(kind, client):
    value = evil_blocks()[kind]
    if kind in ("paragraph", "video"):
        value = clean_rich_text(kind, value)
    page = news(body=[(kind, value)])
    shown = client.get(page.get_url()).content.decode()
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "onerror=alert" not in shown.replace("onerror=alert(2)&gt;", "")
    assert 'href="javascript:' not in shown


def clean_rich_text(kind, value):
    """Rich text is cleaned when the editor's form is read, so it goes through the form as in the admin."""
    block = BODY.child_blocks[kind]
    field = block if kind == "paragraph" else block.child_blocks["text_version"]
    html = value if kind == "paragraph" else value["text_version"]
    draft = {
        "blocks": [
            {"key": "a", "text": html, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
        ]
    }
    cleaned = field.value_from_datadict({"x": json.dumps({**draft, "entityMap": {}})}, {}, "x")
    return cleaned if kind == "paragraph" else {**value, "text_version": cleaned, "url": "https://example.org/"}


def test_a_smaller_heading_needs_a_bigger_one():
    with pytest.raises(StreamBlockValidationError):
        BODY.clean(body(("heading", {"text": "Дрібний", "level": "h3"})))
    BODY.clean(body(("heading", {"text": "Великий", "level": "h2"}), ("heading", {"text": "Дрібний", "level": "h3"})))


def test_headings_have_their_own_addresses():
    with pytest.raises(StreamBlockValidationError):
        BODY.clean(body(("heading", {"text": "Строк", "level": "h2"}), ("heading", {"text": "строк", "level": "h2"})))


def test_a_picture_needs_a_description_or_the_mark_of_decoration():
    def picture(**fields):
        return body(("image", {"image": {"image": image(), **fields}, "caption": "", "author": ""}))

    with pytest.raises(StreamBlockValidationError):
        BODY.clean(picture(alt_text="", decorative=False))
    BODY.clean(picture(alt_text="Дім", decorative=False))
    BODY.clean(picture(alt_text="", decorative=True))


@pytest.mark.parametrize(
    "changes",
    [
        {"table_caption": "  "},
        {"table_header_choice": "neither"},
        {"table_header_choice": ""},
        {"data": [["", None], [" ", ""]]},
        {"data": [["x"]] * 201},
        {"data": [["x"] * 13]},
    ],
)
def test_a_table_without_caption_header_or_text_is_refused(changes):
    with pytest.raises(ValidationError):
        CaptionedTableBlock().clean(table(**changes))


def test_a_good_table_is_taken_and_printed_with_headers():
    block = CaptionedTableBlock()
    value = block.clean(table(table_header_choice="both"))
    shown = block.render(value)
    assert "<caption>Години</caption>" in shown
    assert '<th scope="col">День</th>' in shown
    assert '<th scope="row">Понеділок</th>' in shown


@pytest.mark.parametrize("url", ["http://example.org/", "javascript:alert(1)", "ftp://example.org/", "немає"])
def test_a_video_opens_only_over_https(url):
    with pytest.raises(ValidationError):
        VideoLinkBlock().clean(
            VideoLinkBlock().normalize({"title": "Відео", "url": url, "minutes": None, "text_version": ""})
        )


def test_nothing_of_another_site_loads_with_a_video():
    block = VideoLinkBlock()
    shown = block.render(block.normalize(block.meta.preview_value))
    assert "<iframe" not in shown
    assert "video.example.org" in shown


@pytest.mark.parametrize("kind", list(BODY.child_blocks))
def test_every_block_explains_and_previews_itself(kind, signed_in):
    block = BODY.child_blocks[kind]
    assert str(block.label)
    assert str(block.get_description())
    assert str(block.meta.group)
    assert block.is_previewable
    image()
    preview = signed_in(factories.editor()).get(f"/admin/block-preview/?id={block.definition_prefix}")
    assert preview.status_code == 200
    assert b"css/site" in preview.content


def test_a_lost_document_leaves_no_hole_in_the_page(client):
    document = get_document_model().objects.create(title="Бланк", file=ContentFile(b"1", name="a.txt"))
    page = news(body=[("document", {"document": document, "title": "", "note": ""})])
    document.delete()
    assert client.get(page.get_url()).status_code == 200


def test_a_lost_picture_leaves_no_hole_in_the_page(client):
    picture = image()
    page = news(
        image=picture,
        body=[
            (
                "image",
                {"image": {"image": picture, "alt_text": "Дім", "decorative": False}, "caption": "", "author": ""},
            )
        ],
    )
    picture.delete()
    assert client.get(page.get_url()).status_code == 200
    assert client.get("/novyny/").status_code == 200
