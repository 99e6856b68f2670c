"""Keeping pages true: which are due for checking, “checked today”, the weekly letter to those who keep them."""

from collections import defaultdict

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, get_page_models

from accounts.roles import Role, group_of
from cms.models import ReviewedPage
from core import audit, outbox

LETTER = "cms/due_for_checking"
LINES_IN_LETTER = 30

audit.declare("cms.checked", _("Check page"), _("Compared the page with the law and practice: it is true"))


def declare_letters():
    """Declare the weekly letter."""
    outbox.declare(
        LETTER, label=_("Pages are due for checking"), context=("pages", "number", "more", "keeperless", "link")
    )


def reviewed_models():
    """The page types that are checked, in the order of their names."""
    return sorted(
        (model for model in get_page_models() if issubclass(model, ReviewedPage)), key=lambda m: m._meta.label
    )


def due_pages(today=None):
    """Published pages whose check-by day has come, of all types: never checked first, then the longest overdue."""
    found = []
    for model in reviewed_models():
        pages = model.objects.live().due_for_checking(today).defer_streamfields()
        found += pages.select_related("keeper", "responsible_unit", "locale").order_by("pk")
    return sorted(found, key=lambda page: (page.check_due_on is not None, page.check_due_on, page.title, page.pk))


@transaction.atomic
def mark_checked(page, *, actor, today=None):
    """Write that `page` was compared with the law today, and log who did it.

    The text does not change, so there is no new revision and no workflow: the day goes into the published row and into
    the newest draft, where it would otherwise be put back by the next publication.
    """
    today = today or timezone.localdate()
    page = page.specific
    page.checked_on = today
    page.check_due_on = page.next_check()
    fields = {"checked_on": page.checked_on, "check_due_on": page.check_due_on}
    type(page).objects.filter(pk=page.pk).update(**fields)
    draft = Revision.objects.select_for_update().filter(pk=page.latest_revision_id).first()
    if draft is not None:
        draft.content.update({name: day.isoformat() for name, day in fields.items()})
        draft.save(update_fields=["content"])
    audit.record(page, "cms.checked", user=actor, data={"day": today.isoformat()})
    return page


def letters_of_week(now):
    """Write to each keeper, once a week, which of their pages are due; the head gets those that nobody keeps."""
    today = timezone.localdate(now)
    pages = due_pages(today)
    mine, nobodys = defaultdict(list), []
    for page in pages:
        reachable = page.keeper is not None and page.keeper.is_active and page.keeper.email
        (mine[page.keeper] if reachable else nobodys).append(page)
    leading = heads() if nobodys else []
    year, week, _day = today.isocalendar()
    for person in sorted({*mine, *leading}, key=lambda person: person.pk):
        keeperless = nobodys if person in leading else []
        _write(person, mine.get(person, []), keeperless, f"check:{year}-{week:02}:{person.pk}")


def heads():
    """Active people in the role of the head who can be written to."""
    people = get_user_model().objects.filter(groups=group_of(Role.HEAD), is_active=True)
    return list(people.exclude(email="").order_by("pk"))


def _write(person, own, keeperless, event):
    context = {
        "pages": [_line(page) for page in own[:LINES_IN_LETTER]],
        "number": len(own) + len(keeperless),
        "more": max(0, len(own) - LINES_IN_LETTER) + max(0, len(keeperless) - LINES_IN_LETTER),
        "keeperless": [_line(page) for page in keeperless[:LINES_IN_LETTER]],
        "link": settings.BASE_URL + reverse("cms_checking"),
    }
    outbox.write(LETTER, event=event, recipient=person.email, context=context, language=person.language or "uk")


def _line(page):
    address = settings.BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])
    return {"title": page.title, "due": page.check_due_on, "address": address}
