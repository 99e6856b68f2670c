"""A template holds names and nothing else; what people write never becomes anything but words."""

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from cms.samples import template
from core.text import clean_text
from tests.cms.samples.making import LINES, word_file, words_of
from tests.support.files import archive
from tests.support.hostile import NASTY, patient, sendable

COMMANDS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum() }}",
    "{{ config }} {{ config.items() }}",
    "{{ name.__class__ }}",
    "{{ name()() }}",
    "{{ name|attr('x') }}",
    "{{ name|safe }}",
    "{{ 7 * 7 }}",
    "{{ 'x' * 1000000000 }}",
    "{{ range(10**9)|list }}",
    "{{ name if name else other }}",
    "{{ name ~ other }}",
    "{{ name[0] }}",
    "{% for x in range(99999999) %}x{% endfor %}",
    "{% for x in name %}{{ x }}{% endfor %}",
    "{% if name %}{{ name }}{% endif %}",
    "{% set x = 1 %}{{ x }}",
    "{% include '/etc/passwd' %}",
    "{% import 'x' as y %}",
    "{% raw %}{{ name }}{% endraw %}",
    "{% macro m() %}{% endmacro %}{{ name }}",
    "{%p if name %}",
    "{%tr for x in name %}",
    "{{p name }}",
    "{{r name }}",
    "{% colspan name %}",
    "{{ _name }}",
    "{{ __import__ }}",
    "{{ Name }}",
    "{{ loop }}",
    "{{ true }}",
    "{{ name",
    "{{ }}",
]


def problems_of(*lines, **more):
    return template.read(word_file(*lines, **more)).problems


def test_names_are_read_in_the_order_of_the_text_each_once():
    reading = template.read(word_file(*LINES, "Ще раз: {{ піб }}"))
    assert reading.keys == ("кому", "піб", "суть", "дата", "телефон")
    assert not reading.problems


def test_headers_and_tables_are_read_and_filled_too():
    file = word_file("Текст", header="{{ дата }}", table=("Ім’я", "{{ піб }}"))
    assert set(template.read(file).keys) == {"дата", "піб"}
    filled = Document(io.BytesIO(template.fill(file, {"дата": "завтра", "піб": "Єва"})))
    assert filled.sections[0].header.paragraphs[0].text == "завтра"
    assert filled.tables[0].rows[0].cells[1].text == "Єва"


def test_a_name_that_the_word_processor_tore_apart_is_still_one_name():
    document, target = Document(), io.BytesIO()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ пр", "ізви", "ще }", "}"):
        paragraph.add_run(piece)
    document.save(target)
    assert template.read(target).keys == ("прізвище",)
    assert words_of(template.fill(target, {"прізвище": "Ґава"})) == ["Ґава"]


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_but_names_is_let_in(command):
    assert problems_of("{{ name }}", command), command
    with pytest.raises(template.TemplateProblemError):
        template.fill(word_file("{{ name }}", command), {"name": "Єва", "other": "x", "x": "y"})


@pytest.mark.parametrize("command", ["{{ ''.__class__ }}", "{% for x in y %}{% endfor %}"])
def test_commands_in_headers_tables_and_properties_are_found(command):
    assert problems_of("{{ name }}", header=command)
    assert problems_of("{{ name }}", table=(command,))
    assert problems_of("{{ name }}", title=command)


def test_a_template_without_a_field_or_with_too_many_is_refused():
    assert problems_of("Просто текст")
    many = [f"{{{{ поле{number} }}}}" for number in range(template.MAX_FIELDS + 1)]
    assert problems_of(*many)
    assert problems_of(*["{{ name }}"] * (template.MAX_USES + 1))


def with_part(name, data):
    made, source = io.BytesIO(), word_file("{{ name }}")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, data)
    return made


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("word/vbaProject.bin", b"MZ"),
        ("word/embeddings/oleObject1.bin", b"MZ"),
        ("../evil.xml", b"<x/>"),
        ("word/extra.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        ("word/extra.xml", b"<x>" + b"a" * (template.MAX_TEXT + 1) + b"</x>"),
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b"not xml at all"),
    ],
)
def test_a_dangerous_or_broken_archive_is_refused(name, data):
    assert template.read(with_part(name, data)).problems


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"%PDF-1.7", b"words", archive({"mimetype": b"x"})])
def test_what_is_no_word_document_is_refused_in_words(data):
    reading = template.read(io.BytesIO(data))
    assert len(reading.problems) == 1
    assert not reading.keys


def test_signs_of_markup_and_lines_reach_the_document_as_they_were_written():
    said = "Іван & Ко <b>жирно</b> \"лапки\" 'апостроф' ґ є і ї\nдругий рядок\tпісля табуляції"
    assert words_of(template.fill(word_file("[{{ текст }}]"), {"текст": said})) == [f"[{said}]"]


@pytest.mark.parametrize(
    "payload", ["{{ 7*7 }}", "{% include 'x' %}", "{{ ''.__class__ }}", "{# hidden #}", "]]>", "&lt;"]
)
def test_a_command_in_an_answer_stays_words(payload):
    assert words_of(template.fill(word_file("{{ a }} {{ b }}"), {"a": payload, "b": "x"})) == [f"{payload} x"]


def test_a_line_whose_answers_are_all_empty_is_left_out():
    file = word_file("Телефон: {{ телефон }}", "{{ піб }}, {{ дата }}", "Кінець")
    assert words_of(template.fill(file, {"телефон": "", "піб": "Єва", "дата": ""})) == ["Єва, ", "Кінець"]


def test_a_name_without_an_answer_is_a_problem_not_a_hole():
    with pytest.raises(template.TemplateProblemError):
        template.fill(word_file("{{ a }} {{ b }}"), {"a": "x"})


@given(st.one_of(st.sampled_from(NASTY), st.text(max_size=300)))
@patient(25)
def test_whatever_people_write_gives_a_document_that_opens(text):
    words = clean_text(sendable(text))[:2000]
    if words:
        assert "\n".join(words_of(template.fill(word_file("<{{ a }}>"), {"a": words}))).startswith("<")


@pytest.mark.parametrize(("key", "fits"), [("піб", True), ("name_2", True), ("2name", False), ("ПІБ", False), ("a.b", False), ("loop", False), ("ґ" * 41, False), ("", False), ("a\n", False)])  # fmt: skip
def test_names_of_fields(key, fits):
    assert template.is_key(key) is fits
