"""Which collections and packs exist for whom."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from casework.models import Case
from casework.services.tracking import normalise_number
from core.query import MAX_ID
from participation.sheets import pack
from participation.sheets.models import Collection


def is_for_reading(case, user):
    """Whether `user` may read about the case: anyone in the public register, its own people otherwise."""
    return Case.objects.in_public_register().filter(pk=case.pk).exists() or case.is_visible_to(user)


def collection_for(user, pk):
    """The collection `pk` of a case that `user` may read about. Raises Http404."""
    if pk > MAX_ID:
        raise Http404
    collection = get_object_or_404(Collection.objects.select_related("case"), pk=pk)
    if not is_for_reading(collection.case, user):
        raise Http404
    return collection


def item_of(user, number):
    """(case, its PrintItem) of a case that `user` may read about. Raises Http404."""
    case = get_object_or_404(Case, number=normalise_number(number))
    item = pack.item_for(case) if is_for_reading(case, user) else None
    if item is None:
        raise Http404
    return case, item


def may_print_sheets(user, collection):
    """Whether `user` may give out numbered sheets: who began the matter, and staff who work with it."""
    if not user.is_authenticated or collection.closed_at:
        return False
    return collection.case.submitter_id == user.pk or collection.case.is_staffed_by(user)
