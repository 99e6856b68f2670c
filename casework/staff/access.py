"""Who may enter the staff's rooms of the register, and which cases exist for them."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from accounts.roles import Role
from casework.enums import Channel
from casework.models import Case
from casework.models.case import SEES_EVERY_CASE

WORKS_CASES = (Role.DESK_OPERATOR, Role.OFFICIAL, Role.HEAD)
FILES_AT_THE_DESK = (Role.DESK_OPERATOR, Role.HEAD)
PAPER_OF_OFFICIALS = (Channel.POST, Channel.EMAIL)
LARGEST_ID = 2**63 - 1


def works_cases(user):
    """Whether `user` works with cases at all; editors and administrators of the portal never see personal data."""
    return bool(user.is_authenticated and user.is_active and (user.is_superuser or user.has_role(*WORKS_CASES)))


def sees_every_case(user):
    """Whether `user` sees the cases of all units."""
    return user.is_superuser or user.has_role(*SEES_EVERY_CASE)


def channels_for(user):
    """The channels under which `user` may file for other people: all for the desk, post and e-mail for officials."""
    if user.is_superuser or user.has_role(*FILES_AT_THE_DESK):
        return tuple(value for value in Channel.values if value != Channel.WEB)
    return PAPER_OF_OFFICIALS if user.has_role(Role.OFFICIAL) else ()


def workable_case(user, pk):
    """The case `pk` as its procedure's own model. Raises Http404 when it does not exist for `user`."""
    if not str(pk).isascii() or not str(pk).isdigit() or int(pk) > LARGEST_ID:
        raise Http404
    return get_object_or_404(Case.objects.workable_by(user), pk=pk).specific


def for_case_workers(view):
    """Close a view to staff who do not work with cases, and keep its pages out of shared caches."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not works_cases(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(guarded)
