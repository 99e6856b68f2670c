"""The form field for several files: a list, messages that name the file, rules told beforehand."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from core.uploads import FilesField
from tests.support import files
from tests.support.files import upload


class Letter(forms.Form):
    """A form with files."""

    attachments = FilesField(required=False)


def letter(*uploads):
    return Letter({}, MultiValueDict({"attachments": list(uploads)}))


def test_several_files_are_a_list():
    form = letter(upload("a.pdf", files.PDF), upload("b.txt", b"b"))
    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["attachments"]] == ["a.pdf", "b.txt"]


def test_no_files_are_an_empty_list_or_a_message():
    form = letter()
    assert form.is_valid()
    assert form.cleaned_data["attachments"] == []
    with pytest.raises(ValidationError):
        FilesField().clean([])


def test_every_refused_file_is_named_beside_the_field():
    form = letter(upload("a.pdf", files.PDF), upload("b.exe", b"MZ" + b"\0" * 50), upload("c.txt", b""))
    messages = form.errors["attachments"]
    assert len(messages) == 2
    assert "b.exe" in messages[0]
    assert "c.txt" in messages[1]


def test_too_many_files_are_refused_before_they_are_opened(settings):
    settings.UPLOAD_MAX_COUNT = 2
    form = letter(*(upload(f"{number}.txt", b"a") for number in range(3)))
    assert form.errors.as_data()["attachments"][0].code == "too_many"
    assert FilesField(max_count=3).clean([upload("a.txt", b"a")] * 3)


def test_the_input_takes_several_and_tells_the_rules():
    html = str(Letter()["attachments"])
    assert "multiple" in html
    assert ".pdf,.docx" in html
    assert "PDF" in str(Letter()["attachments"].help_text)
    assert Letter().is_multipart()
