"""Every string speaks Ukrainian: extracted, translated, compiled, with its holes in place."""

import os
import re
import shutil

import polib
import pytest

from tools import messages

from . import tree

CATALOGUES = sorted(tree.ROOT.glob("locale*/*/LC_MESSAGES/*.po"))
OURS = tree.ROOT / "locale" / "uk" / "LC_MESSAGES" / "django.po"
HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")


def words(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def listed(entries):
    return "\n".join(f"{', '.join(place for place, _line in entry.occurrences)}: {entry.msgid!r}" for entry in entries)


@pytest.mark.parametrize("path", CATALOGUES, ids=tree.name)
def test_every_string_is_translated(path):
    catalogue = polib.pofile(str(path))
    assert not catalogue.fuzzy_entries(), listed(catalogue.fuzzy_entries())
    assert not catalogue.untranslated_entries(), listed(catalogue.untranslated_entries())


@pytest.mark.parametrize("path", CATALOGUES, ids=tree.name)
def test_the_compiled_catalogue_says_the_same(path):
    def content(entries):
        return {(entry.msgctxt, entry.msgid): words(entry) for entry in entries if entry.msgid}

    translated = polib.pofile(str(path)).translated_entries()
    assert content(translated) == content(polib.mofile(str(path.with_suffix(".mo"))))


@pytest.mark.parametrize("path", CATALOGUES, ids=tree.name)
def test_a_translation_keeps_every_hole(path):
    torn = [
        entry
        for entry in polib.pofile(str(path)).translated_entries()
        for text in words(entry)
        if holes(text) - holes(entry.msgid + entry.msgid_plural)
        or (not entry.msgid_plural and holes(text) != holes(entry.msgid))
    ]
    assert not torn, listed(torn)


def holes(text):
    return set(HOLE.findall(text))


def test_no_string_in_the_code_is_missing_from_the_catalogue(tmp_path):
    if not shutil.which("xgettext"):
        if os.environ.get("REQUIRE_GETTEXT") == "1":
            pytest.fail(messages.NEEDED, pytrace=False)
        pytest.skip(messages.NEEDED)
    for path in tree.files(".py", ".html", ".txt", ".po", ".js"):
        copy = tmp_path / path.relative_to(tree.ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    messages.extract(tmp_path)
    extracted = polib.pofile(str(tmp_path / OURS.relative_to(tree.ROOT)))
    missing = [entry for entry in extracted if not entry.translated()]
    assert not missing, listed(missing)
    known = {(entry.msgctxt, entry.msgid) for entry in extracted}
    needless = [entry for entry in polib.pofile(str(OURS)) if (entry.msgctxt, entry.msgid) not in known]
    assert not needless, "no longer used (run `make messages`):\n" + listed(needless)
