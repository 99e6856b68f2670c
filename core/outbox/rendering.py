"""Rendering a letter: subject, text and HTML in the recipient's language.

Text templates are rendered without HTML escaping. The HTML gets its styles inlined, for mail programs that drop <style>.
"""

from dataclasses import dataclass

import css_inline
from django.conf import settings
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import timezone, translation

from core.models import Letter

SUBJECT_LENGTH = Letter._meta.get_field("subject").max_length
PLAIN_HTML = "mail/plain.html"
TEXT_FOOTER = "mail/footer.txt"

_inliner = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


class MissingContext(KeyError):  # noqa: N818 - reads as a sentence where it is raised
    """The letter was declared with names that the writer did not give."""


@dataclass(frozen=True)
class Rendered:
    """What a letter says."""

    subject: str
    text: str
    html: str


def default_footer(language):
    """Return what every letter shows of its sender: `name`, `url` and `lines` of contacts."""
    return {"name": settings.WAGTAIL_SITE_NAME, "url": settings.BASE_URL, "lines": ()}


_footer_provider = default_footer


def set_footer_provider(function):
    """Let `function(language) -> dict` tell the sender's `name`, `url` and `lines` (strings); None = the default."""
    global _footer_provider
    _footer_provider = function or default_footer


def render(kind, context, language):
    """Return the Rendered letter. Raises MissingContext, TemplateDoesNotExist."""
    missing = [name for name in kind.context if name not in context]
    if missing:
        raise MissingContext(f"{kind.kind} needs {', '.join(missing)}")
    with translation.override(language), timezone.override(timezone.get_default_timezone()):
        sender = {**default_footer(language), **_footer_provider(language)}
        words = {**context, "sender": sender, "language": language}
        subject = " ".join(_plain(kind.template("subject.txt"), words).split())[:SUBJECT_LENGTH]
        body = _plain(kind.template("txt"), words).strip()
        words |= {"subject": subject}
        html = _inliner.inline(_html(kind, {**words, "body": body}))
        return Rendered(subject, f"{body}\n\n{_plain(TEXT_FOOTER, words).strip()}\n", html)


def _plain(name, words):
    return get_template(name).template.render(Context(words, autoescape=False))


def _html(kind, words):
    try:
        template = get_template(kind.template("html"))
    except TemplateDoesNotExist:
        template = get_template(PLAIN_HTML)
    return template.render(words)
