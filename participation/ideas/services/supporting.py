"""Supporting an idea: once a person, within the number that the call gives to each."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from casework.actors import Actor
from casework.errors import Refused
from casework.services import fire
from participation.ideas.models import Idea
from participation.sheets import services as sheets
from participation.sheets.models import Record


def own_support(idea, user):
    """The voice that `user` gave to `idea`, or None."""
    if not (user.is_authenticated and idea.collection_id):
        return None
    return Record.objects.of(user).filter(collection=idea.collection_id).first()


def supports_given(call, user):
    """How many ideas of `call` the user supports now; voices for ideas that were withdrawn come back."""
    voices = Record.objects.of(user).filter(collection__idea__call=call)
    return voices.exclude(collection__idea__state="withdrawn").count()


def supports_left(call, user):
    """How many more ideas of `call` the user may support; None when any number."""
    return max(0, call.supports_each - supports_given(call, user)) if call.supports_each else None


@transaction.atomic
def support(idea, *, user, now=None):
    """Give the user's voice to a published idea and return its record.

    The person's row is locked first, so that two ideas supported at one moment are counted one after the other. Raises
    Refused, AlreadySigned, CollectionClosed.
    """
    now = now or timezone.now()
    User.objects.select_for_update().get(pk=user.pk)
    idea = Idea.objects.select_related("call", "collection").get(pk=idea.pk)
    if idea.state != "published" or not idea.is_in_public_register:
        raise Refused(_("This idea no longer collects supports."))
    if own_support(idea, user) is None and supports_left(idea.call, user) == 0:
        raise Refused(too_many(idea.call.supports_each))
    return sheets.sign(idea.collection, user=user, name=user.name, settlement=user.settlement, now=now)


def too_many(number):
    """What a person who has no voice left is told."""
    return ngettext(
        "In this call everybody supports one idea. Take your support back from the other to support this one.",
        "In this call everybody supports up to %(number)d ideas. Take your support back from one of them to support this one.",
        number,
    ) % {"number": number}


@transaction.atomic
def take_support_back(idea, *, user):
    """Take the user's voice back while the idea collects supports. Raises Refused."""
    idea = Idea.objects.select_related("collection").get(pk=idea.pk)
    record = own_support(idea, user)
    if record is None:
        raise Refused(_("You do not support this idea."))
    if idea.state != "published" or not idea.collection.is_open():
        raise Refused(_("Supports are no longer changed: the idea has gone on."))
    return sheets.take_back(record, actor=user)


def goal_was_reached(sender, collection, now=None, **_more):
    """The collection has as many voices as the call asks: the unit, the author and followers are told."""
    idea = Idea.objects.filter(collection=collection, state="published").first()
    if idea is not None:
        fire(idea, "goal", actor=Actor.system(), now=now)
