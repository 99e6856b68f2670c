"""What the room does when another tells it something."""

from django.utils import timezone

from casework.actors import Actor
from casework.services import fire
from participation.hearings.models import Hearing
from participation.sheets.enums import Kind


def on_threshold(sender, collection, now=None, **kwargs):
    """Enough signatures: the initiative goes to be checked, in the transaction of the last signature."""
    if collection.kind != Kind.SIGNATURES:
        return
    hearing = Hearing.objects.filter(pk=collection.case_id, state="collecting").first()
    if hearing is not None:
        fire(hearing, "threshold_reached", actor=Actor.system(), now=now or timezone.now())
