"""What the style sheets promise to those who read: colours that can be told apart, one file, nothing from elsewhere."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from core import styles

CSS = Path(settings.BASE_DIR) / "static" / "css"


def tokens(block):
    """Read the custom properties of a block of CSS."""
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", block))


def blocks():
    """Give the blocks of tokens.css: usual, light fallback, two dark fallbacks, more contrast."""
    css = (CSS / "tokens.css").read_text()
    usual = re.search(r":root \{(.*?)\n  \}", css, re.DOTALL).group(1)
    fallback = css[css.index("@supports not") : css.index('  :root[data-contrast="more"]')]
    light, dark, dark_media = re.findall(r":root[^{]*\{([^}]+)\}", fallback)
    more = re.search(r':root\[data-contrast="more"\] \{(.*?)\n  \}', css, re.DOTALL).group(1)
    return tokens(usual), tokens(light), tokens(dark), tokens(dark_media), tokens(more)


def split(value):
    """Take `light-dark(a, b)` apart."""
    found = re.fullmatch(r"light-dark\(\s*(#\w+),\s*(#\w+)\s*\)", value)
    return found.groups() if found else None


def test_browsers_without_light_dark_get_the_same_colours():
    usual, light, dark, dark_media, _more = blocks()
    pairs = {name: split(value) for name, value in usual.items() if split(value)}
    assert light == {name: pair[0] for name, pair in pairs.items()}
    assert dark == dark_media == {name: pair[1] for name, pair in pairs.items()}


def luminance(colour):
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


WORDS_ON_GROUNDS = [
    *(
        (word, ground)
        for word in ("ink", "muted", "brand", "brand-deep")
        for ground in ("paper", "ground", "brand-soft")
    ),
    *((tone, f"{tone}-soft") for tone in ("good", "bad", "warn")),
    *((tone, "paper") for tone in ("good", "bad", "warn")),
    ("on-brand", "brand"),
    ("on-foot", "foot"),
]


@pytest.mark.parametrize(("word", "ground"), WORDS_ON_GROUNDS)
@pytest.mark.parametrize("dark", [0, 1], ids=["light", "dark"])
def test_words_can_be_read_on_their_ground(word, ground, dark):
    usual, *_fallbacks, more = blocks()
    assert contrast(split(usual[word])[dark], split(usual[ground])[dark]) >= 4.5
    eased = {**usual, **more}
    assert contrast(split(eased[word])[dark], split(eased[ground])[dark]) >= 7


@pytest.mark.parametrize("dark", [0, 1], ids=["light", "dark"])
def test_edges_of_inputs_can_be_seen(dark):
    usual, *_rest = blocks()
    assert contrast(split(usual["line-strong"])[dark], split(usual["paper"])[dark]) >= 3


def test_the_joined_sheet_is_found_collected_and_holds_every_layer():
    sheet = Path(finders.find("css/site.css")).read_text()
    for layer in ("tokens", "reset", "base", "layout", "components", "utilities", "print"):
        assert f"@layer {layer}{{" in sheet
    assert sheet.count("{") == sheet.count("}")
    assert "css/site.css" in [path for path, _storage in styles.StyleSheetFinder().list([])]


def test_the_staff_sheet_touches_nothing_outside_the_house():
    sheet = Path(finders.find("css/house-admin.css")).read_text()
    assert "@layer" not in sheet
    assert ".house{" in sheet
    assert sheet.count("{") == sheet.count("}")


def test_every_folder_of_styles_is_a_part_that_pages_and_staff_screens_get():
    folders = {path.parent.name for path in CSS.glob("*/*.css")} - {"components", "staff", "paper"}
    assert folders == set(styles._parts)
    staff = Path(finders.find("css/house-admin.css")).read_text()
    for folder in folders:
        part = Path(finders.find(f"css/{folder}.css")).read_text()
        assert part.startswith("@layer components{")
        assert part.removeprefix("@layer components{")[:40] in staff


@pytest.mark.parametrize(
    ("address", "part"), [("/uchast/", "participation"), ("/sprava/", "content"), ("/", "content")]
)
@pytest.mark.django_db
def test_a_page_links_to_the_sheet_of_the_site_and_of_its_part(client, address, part):
    sheets = re.findall(r'<link rel="stylesheet" href="/static/(.*?)"', client.get(address).content.decode())
    assert sheets == ["css/site.css", f"css/{part}.css"]


def test_no_public_style_sheet_fetches_anything_from_elsewhere():
    public = styles.site_sheet() + "".join(map(styles.part_sheet, styles._parts))
    assert "http" not in public.replace('a[href^="http"]', "")
    assert "@import" not in public
