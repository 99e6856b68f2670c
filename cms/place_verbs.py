"""Closing a place for some days from one screen: the live page gets it at once, an unfinished draft keeps its changes."""

from django.db import transaction
from django.utils.translation import gettext as _

from cms.models.places import OpeningException, PlacePage
from cms.place_rules import problems_of_exceptions
from cms.publishing import what_cannot_wait


class NotPossible(ValueError):  # noqa: N818 - the name is part of the contract
    """The place cannot take these days; the text tells a person why."""


@transaction.atomic
def announce_days(place, *, actor, first_day, last_day, reason, opens=None, closes=None):
    """Publish that the place is closed, or works from `opens` to `closes`, on these days. Returns the exception.

    A revision with only this change is published; when the page has a draft ahead of it, the draft is saved anew with the
    same exception, so that neither the announcement nor the editor's work is lost. Who may do it is asked by the screen
    (`may_announce`): the front desk publishes these days and nothing else of the page. Raises NotPossible.
    """
    live = PlacePage.objects.select_for_update().get(pk=place.pk)
    if not live.live:
        raise NotPossible(_("The page of the place is not published."))
    draft = live.get_latest_revision_as_object() if live.has_unpublished_changes else None
    fields = {
        "first_day": first_day,
        "last_day": last_day,
        "is_closed": opens is None,
        "opens": opens,
        "closes": closes,
        "reason": reason,
    }
    _refuse_contradiction(live, fields)
    row = OpeningException.objects.create(place=live, **fields)
    live = PlacePage.objects.get(pk=live.pk)
    with what_cannot_wait():
        live.save_revision(user=actor, log_action="wagtail.edit").publish(user=actor, skip_permission_checks=True)
    if draft:
        draft.exceptions.add(OpeningException(pk=row.pk, **fields))
        draft.save_revision(user=actor, clean=False)
    return row


def _refuse_contradiction(live, fields):
    problems = problems_of_exceptions([*live.exceptions.all(), OpeningException(**fields)])
    if problems:
        raise NotPossible(" ".join(problems))
