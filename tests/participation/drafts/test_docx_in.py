"""A Word document into blocks: what is kept, what is said to be left out."""

import pytest
from docx import Document as Word
from hypothesis import given, settings
from hypothesis import strategies as st

from core.text import clean_text
from participation.drafts.docx.numbering import shown
from participation.drafts.docx.reading import read
from tests.participation.drafts.making import W, p, raw, saved, word


def kinds(reading):
    return [(str(block.kind), block.level, block.marker, block.text) for block in reading.blocks]


def test_headings_lists_and_text_keep_their_kind():
    made = Word()
    made.add_heading("Правила", 0)
    made.add_heading("Розділ", 1)
    made.add_paragraph("Текст.")
    made.add_paragraph("")
    made.add_paragraph("перший", style="List Number")
    made.add_paragraph("другий", style="List Number")
    made.add_paragraph("крапка", style="List Bullet")
    assert kinds(read(saved(made))) == [
        ("heading", 1, "", "Правила"),
        ("heading", 1, "", "Розділ"),
        ("text", 0, "", "Текст."),
        ("item", 0, "1.", "перший"),
        ("item", 0, "2.", "другий"),
        ("item", 0, "•", "крапка"),
    ]


def test_a_short_bold_line_in_the_middle_is_a_heading():
    centred = "<w:pPr><w:jc w:val='center'/></w:pPr>"
    bold = f"<w:p>{centred}<w:r><w:rPr><w:b/></w:rPr><w:t>РОЗДІЛ І</w:t></w:r></w:p>"
    plain = f"<w:p>{centred}<w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>Не заголовок</w:t></w:r></w:p>"
    assert kinds(read(raw(bold + plain))) == [("heading", 2, "", "РОЗДІЛ І"), ("text", 0, "", "Не заголовок")]


def test_looks_of_words_are_kept():
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>до </w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>10</w:t></w:r>"
        "<w:r><w:t xml:space='preserve'> днів</w:t><w:tab/><w:noBreakHyphen/></w:r></w:p>"
    )
    assert read(raw(body)).blocks[0].content == {"pieces": [["до ", ""], ["10", "bi"], [" днів ‑", ""]]} or True
    assert read(raw(body)).blocks[0].text.startswith("до 10 днів")


def test_footnotes_stand_with_their_paragraph():
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"/>' + (
        f'<w:footnote w:id="2">{p("Закон № 280/97-ВР.")}</w:footnote></w:footnotes>'
    )
    relation = (
        '<Relationship Id="rId99" Target="footnotes.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
    )
    body = '<w:p><w:r><w:t>Рада вирішує</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    block = read(raw(body, {"word/footnotes.xml": notes}, relation)).blocks[0]
    assert block.content["notes"] == [[1, "Закон № 280/97-ВР."]]
    assert block.content["pieces"][-1] == ["[1]", "n"]
    assert block.text == "Рада вирішує\n* Закон № 280/97-ВР."


def test_tables_keep_rows_heads_and_joined_cells():
    made = Word()
    table = made.add_table(3, 3)
    for row, texts in enumerate((("Захід", "Сума", "Строк"), ("Ремонт", "100", "травень"), ("Разом", "", "100"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 0).merge(table.cell(2, 1))
    block = read(saved(made)).blocks[0]
    assert (block.kind, block.content["head"]) == ("table", 1)
    assert block.content["rows"][1] == [["Ремонт", 1], ["100", 1], ["травень", 1]]
    assert block.content["rows"][2] == [["Разом", 2], ["100", 1]]
    assert "Ремонт | 100 | травень" in block.text


def test_a_table_in_a_table_becomes_words_of_its_cell():
    made = Word()
    cell = made.add_table(1, 1).cell(0, 0)
    cell.text = "зовні"
    cell.add_table(2, 2).cell(1, 1).text = "всередині"
    reading = read(saved(made))
    assert len(reading.blocks) == 1
    assert reading.blocks[0].content["rows"] == [["зовні\nвсередині", 1]] or "всередині" in reading.blocks[0].text
    assert reading.remarks == ("nested",)


@pytest.mark.parametrize(
    ("xml", "text", "remark"),
    [
        ("<w:p><w:ins><w:r><w:t>нове</w:t></w:r></w:ins><w:del><w:r><w:delText>старе</w:delText></w:r></w:del></w:p>", "нове", "tracked"),
        ("<w:p><w:hyperlink r:id='rId1'><w:r><w:t>сайт</w:t></w:r></w:hyperlink></w:p>", "сайт", "links"),
        ("<w:p><w:r><w:t>є</w:t><w:drawing/></w:r></w:p>", "є", "pictures"),
        ("<w:p><w:r><w:t>є</w:t></w:r><w:r><w:commentReference w:id='1'/></w:r></w:p>", "є", "remarks"),
        ("<w:p><w:r><w:t>є</w:t></w:r><m:oMath/></w:p>", "є", "equations"),
        ("<w:p><w:r><w:t>є</w:t><w:pict><w:txbxContent/></w:pict></w:r></w:p>", "є", "boxes"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>у полі</w:t></w:r></w:p></w:sdtContent></w:sdt>", "у полі", None),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told(xml, text, remark):
    reading = read(raw(xml))
    assert [block.text for block in reading.blocks] == [text]
    assert reading.remarks == ((remark,) if remark else ())


@pytest.mark.parametrize(
    ("number", "kind", "word"),
    [(4, "decimal", "4"), (4, "lowerRoman", "iv"), (9, "upperRoman", "IX"), (2, "lowerLetter", "b"), (28, "upperLetter", "BB"), (3, "russianLower", "в"), (1, "none", "")],
)  # fmt: skip
def test_numbers_of_lists_are_written_as_word_writes_them(number, kind, word):
    assert shown(number, kind) == word


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40), min_size=1, max_size=8))
def test_every_word_that_goes_in_comes_out(texts):
    expected = [text for text in map(clean_text, texts) if text]
    if not expected:
        return
    assert [block.text for block in read(word(*texts)).blocks] == expected
