"""Editors meet Ukrainian: what Wagtail leaves in English is translated in locale_wagtail."""

from importlib.metadata import files
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

from tests import factories
from tests.cms.pages import news

OURS = Path(settings.BASE_DIR) / "locale_wagtail" / "uk" / "LC_MESSAGES"
NOT_INSTALLED = ("styleguide", "typed_table_block")
ENGLISH = sorted(
    Path(file.locate())
    for package in ("wagtail", "wagtail-modeladmin")
    for file in files(package)
    if file.match("locale/en/LC_MESSAGES/*.po") and not any(name in str(file) for name in NOT_INSTALLED)
)


def key(entry):
    return entry.msgctxt, entry.msgid


def name(path):
    return f"{path.parents[3].name}-{path.stem}"


@pytest.mark.parametrize("path", ENGLISH, ids=name)
def test_nearly_everything_is_said_in_ukrainian(path):
    theirs = Path(str(path).replace("/en/", "/uk/"))
    known = {key(entry) for entry in polib.pofile(str(OURS / path.name)).translated_entries()}
    if theirs.exists():
        known |= {key(entry) for entry in polib.pofile(str(theirs)).translated_entries()}
    wanted = {key(entry) for entry in polib.pofile(str(path)) if not entry.obsolete}
    missing = wanted - known
    assert len(missing) <= 0.02 * len(wanted), sorted(map(str, missing))


@pytest.mark.parametrize("catalogue", ["django.po", "djangojs.po"])
def test_nothing_is_doubtful(catalogue):
    assert not polib.pofile(str(OURS / catalogue)).fuzzy_entries()


def test_ours_wins_over_wagtails_slips():
    with override("uk"):
        assert gettext("Publish copies") == "Опублікувати копії"
        assert gettext("Width") == "Ширина"
        assert ngettext("Delete 1 page", "Delete %(counter)s pages", 5) % {"counter": 5} == "Видалити 5 сторінок"
        assert ngettext("Delete 1 page", "Delete %(counter)s pages", 21) % {"counter": 21} == "Видалити 21 сторінку"


@pytest.mark.django_db
def test_scripts_of_the_staff_interface_speak_ukrainian(signed_in):
    editor = factories.editor(language="uk")
    catalogue = (
        signed_in(editor).get(reverse("wagtailadmin_javascript_catalog")).content.decode("unicode_escape", "ignore")
    )
    assert "Кількість символів:" in catalogue


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words", ["Show filters", "Toggle side panel", "Save draft", "Choose an image", "Word count", "Privacy"]
)
def test_the_editor_shows_no_english(signed_in, words):
    page = news()
    shown = signed_in(factories.editor()).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert words not in shown.replace("Privacy and", "")
