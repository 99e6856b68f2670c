"""Templates print, safely: no inline style or script, every form guarded, every part present."""

import re

import pytest
from django.template import engines

from . import tree

INCLUDED = re.compile(r"""{%-?\s*(?:include|extends)\s+["']([^"']+)["']""")
INLINE_STYLE = re.compile(r"""<[^>]*\sstyle\s*=\s*["']""")
INLINE_HANDLER = re.compile(r"""<[^>]*\son[a-z]+\s*=\s*["']""")
BARE_BLOCK = re.compile(r"<(script|style)\b(?![^>]*\b(?:src|nonce)\s*=)(?![^>]*application/(?:ld\+)?json)[^>]*>")
JAVASCRIPT_LINK = re.compile(r"""href\s*=\s*["']\s*javascript:""", re.IGNORECASE)
POST_FORM = re.compile(r"""<form\b[^>]*\bmethod\s*=\s*["']?post\b.*?</form>""", re.IGNORECASE | re.DOTALL)
# Forms without a token: the look of the reader's own pages, an alert that is hidden there (a token would make every page
# private to caches), and samples.
HARMLESS = ("action=\"{% url 'display' %}\"", 'action="{{ alert.hide_url }}"', 'action="#"')
# Hiding an alert and `display`, for the same reason; leaving a subscription, which mail programs do with one POST (RFC 8058).
EXEMPT_VIEWS = ["cms/public/alerts.py", "core/views.py", "participation/feedback/public/subscription.py"]


def pages():
    """Return the templates of pages; letters are apart, for mail programs read only inline style."""
    return [path for path in tree.templates() if path.suffix == ".html" and "mail" not in path.parts]


def offenders(pattern):
    return [
        f"{tree.name(path)}:{text[: match.start()].count(chr(10)) + 1} {match.group()[:80]}"
        for path in pages()
        for text in [path.read_text()]
        for match in pattern.finditer(text)
    ]


@pytest.mark.parametrize("pattern", [INLINE_STYLE, INLINE_HANDLER, BARE_BLOCK, JAVASCRIPT_LINK])
def test_nothing_in_a_page_needs_a_looser_content_policy(pattern):
    found = offenders(pattern)
    assert not found, "\n".join(found)


def test_every_form_that_changes_something_is_guarded_against_forgery():
    bare = [
        tree.name(path)
        for path in pages()
        for form in POST_FORM.findall(path.read_text())
        if "csrf_token" not in form and not any(action in form for action in HARMLESS)
    ]
    assert not bare, "\n".join(bare)


def test_no_view_is_exempt_from_that_guard():
    exempt = [tree.name(path) for path in tree.python() if "csrf_exempt" in path.read_text()]
    assert exempt == EXEMPT_VIEWS


def test_every_part_that_a_template_names_exists():
    engine = engines["django"].engine
    missing = []
    for path in tree.templates():
        for part in INCLUDED.findall(path.read_text()):
            try:
                engine.find_template(part)
            except Exception:
                missing.append(f"{tree.name(path)} names {part}")
    assert not missing, "\n".join(missing)


def test_every_template_can_be_read():
    engine = engines["django"].engine
    broken = []
    for path in tree.templates():
        if path.suffix in (".html", ".txt"):
            try:
                engine.get_template(path.relative_to(tree.ROOT / "templates").as_posix())
            except Exception as error:
                broken.append(f"{tree.name(path)}: {error}")
    assert not broken, "\n".join(broken)
