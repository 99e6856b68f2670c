"""The doors to readers and who stands at each of them.

* the editor's buttons: `keep_draft`, the hook `before_publish_page`;
* approval in the workflow, several pages at once, “publish” anywhere else in the staff interface: `BasePage.publish` asks
  `ask_at_the_door`, which refuses only while a person's request is under way, so that code and loaders publish freely;
* the schedule: `hold_back`, run by the clock just before Wagtail's own command.

A refused page stays a draft with every word that was typed; the person is told in plain words what it lacks.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from cms.readiness import NotReady, ensure_ready, has_requirements, missing
from core import audit

audit.declare("cms.held_back", _("Hold back"), _("Held back a scheduled page that is not ready"))

_person_publishes = ContextVar("person_publishes", default=False)


@contextmanager
def a_person_publishes():
    """While this lasts, a page that is not ready is refused at `BasePage.publish`."""
    token = _person_publishes.set(True)
    try:
        yield
    finally:
        _person_publishes.reset(token)


@contextmanager
def what_cannot_wait():
    """While this lasts, a live page takes a change although its card lacks something: that a place is closed today."""
    token = _person_publishes.set(False)
    try:
        yield
    finally:
        _person_publishes.reset(token)


def ask_at_the_door(revision):
    """Raise NotReady when a person is publishing `revision` and it lacks something."""
    if _person_publishes.get():
        ensure_ready(revision.as_object())


def keep_draft(request, page):
    """Wagtail's hook before publication: tell what is missing and go on editing; the draft is saved already."""
    lacks = missing(page)
    if not lacks:
        return None
    if page.live and not page.first_published_at:
        Page.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    return refusal(request, NotReady(page, lacks))


def refusal(request, problem):
    """Answer a person whose page is not ready: the message and the way back to the editor."""
    messages.error(request, str(problem))
    address = reverse("wagtailadmin_pages:edit", args=[problem.page.pk])
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"step": "success", "redirect": address})
    return redirect(address)


def look_before_bulk(request, action_type, objects, action):
    """Wagtail's hook before one action on several pages: none is published while one of them is not ready."""
    if action_type != "publish" or request.method != "POST":
        return None
    problems = []
    for page in objects:
        if isinstance(page, Page) and has_requirements(page.specific_class or Page):
            draft = page.get_latest_revision_as_object()
            problems += [NotReady(draft, lacks)] if (lacks := missing(draft)) else []
    for problem in problems:
        messages.error(request, str(problem))
    return redirect("wagtailadmin_explore_root") if problems else None


def hold_back(now):
    """Take pages that are not ready off the schedule whose moment has come; return how many."""
    due = Revision.page_revisions.filter(approved_go_live_at__lte=now).order_by("pk")
    held = [revision for revision in due if missing(revision.as_object())]
    for revision in held:
        page = revision.content_object
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        audit.record(page, "cms.held_back", user=None, data={"missing": len(missing(revision.as_object()))})
    return len(held)
