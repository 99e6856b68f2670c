"""A sound plan into drafts: all of it or nothing."""

from django.db import transaction

from .planning import Outcome


class NotSoundError(Exception):
    """The plan has problems; nothing was written."""


@transaction.atomic
def apply(plan, tree, *, actor=None):
    """Write new services as drafts and changed ones as new draft revisions, in one transaction.

    What readers see does not change until somebody publishes. Raises NotSoundError.
    """
    if not plan.is_sound:
        raise NotSoundError
    made = {}
    for service in sorted(plan.services, key=lambda service: service.address.count("/")):
        if service.outcome == Outcome.CREATED:
            above = service.address.rpartition("/")[0]
            parent = _parent(tree, made, above)
            service.page.owner = actor
            parent.add_child(instance=service.page)
            made[service.address] = service.page
        if service.outcome != Outcome.UNCHANGED:
            service.page.save_revision(user=actor, log_action=True)
    return plan.numbers


def _parent(tree, made, above):
    """The page to stand below, read anew: treebeard counts children in it."""
    if not above:
        return type(tree.catalogue).objects.get(pk=tree.catalogue.pk)
    page = made.get(above) or tree.by_address([above])[above]
    return type(page).objects.get(pk=page.pk)
