"""What a page must have before readers see it: a checklist per page type, shown to editors and asked at publication.

    declare("cms.PlacePage", Requirement(_("An address"), lambda page: bool(page.address)))

A type may also carry a list of its own as the class attribute `requirements`. Drafts are always saved; only the way to
readers is closed, whichever door it takes (see `cms.publishing`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Requirement:
    """One line of the checklist: what must be there, in words of the editor, and how to tell.

    `test(page)` looks at the draft as it would be published. `applies(page)` says whether this page is asked at all.
    """

    message: str
    test: Callable
    applies: Callable = lambda page: True


@dataclass(frozen=True)
class Line:
    """A requirement with its answer for one page."""

    message: str
    done: bool


class NotReady(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The page lacks something that its readers need."""

    def __init__(self, page, missing):
        super().__init__(missing)
        self.page = page
        self.missing = missing

    def __str__(self):
        return _("“%(title)s” is not published yet. It lacks: %(missing)s.") % {
            "title": self.page.get_admin_display_title(),
            "missing": "; ".join(str(message) for message in self.missing),
        }


_declared = {}


def declare(label, *requirements):
    """Add requirements to the page type named "app.Model"; a type that is not installed is simply never asked."""
    known = _declared.setdefault(label.lower(), [])
    known.extend(requirement for requirement in requirements if requirement not in known)


def requirements_of(model):
    """All requirements of a page type, those of its parents first."""
    found = []
    for parent in reversed(model.__mro__):
        meta = parent.__dict__.get("_meta")
        found += _declared.get(getattr(meta, "label_lower", ""), [])
        found += parent.__dict__.get("requirements", [])
    return found


def has_requirements(model):
    """Is anything asked of this page type?"""
    return bool(requirements_of(model))


def checklist(page):
    """The checklist of a draft: what applies to it, each line done or not."""
    lines = requirements_of(type(page))
    return [Line(line.message, bool(line.test(page))) for line in lines if line.applies(page)]


def missing(page):
    """The messages of what is not done."""
    return [line.message for line in checklist(page) if not line.done]


def draft_of(page):
    """The newest draft of a page, as its own type."""
    return page.get_latest_revision_as_object() if page.latest_revision_id else page.specific


def ensure_ready(page):
    """Raise NotReady when the draft `page` (of its own type) lacks something."""
    if lacks := missing(page):
        raise NotReady(page, lacks)
