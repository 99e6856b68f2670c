"""What is done to an account: one verb, one transaction."""

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from . import mydata
from .history import note
from .letters import write_letter
from .models import User, VerificationLevel
from .roles import GROUP_NAMES, Role, group_of


class MayNotEraseError(Exception):
    """The account belongs to someone who works here."""


@transaction.atomic
def confirm_at_desk(user, *, actor, document):
    """Record that `actor` saw a document of kind `document` of `user`; its number is never kept.

    Raises PermissionDenied when the actor may not check documents, or checks their own or a member of staff's.
    """
    _may_check(actor, user)
    user.verification, user.verified_at, user.verified_by = VerificationLevel.DESK, timezone.now(), actor
    user.save(update_fields=["verification", "verified_at", "verified_by"])
    note(user, "accounts.document_checked", actor=actor, document=document)


@transaction.atomic
def undo_confirmation(user, *, actor, reason):
    """Take back a check at the desk, for example when two people of one name were mixed up."""
    _may_check(actor, user)
    confirmed = EmailAddress.objects.filter(user=user, verified=True).exists()
    user.verification = VerificationLevel.EMAIL if confirmed else VerificationLevel.NONE
    user.verified_at, user.verified_by = timezone.now() if confirmed else None, None
    user.save(update_fields=["verification", "verified_at", "verified_by"])
    note(user, "accounts.document_check_undone", actor=actor, reason=reason)


@transaction.atomic
def erase(user):
    """Make the account nameless at its owner's wish, and every room's rows of it. Public records stay.

    Raises MayNotEraseError for staff: their name stands under answers, and an administrator ends their access.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.is_official_staff or user.is_staff:
        raise MayNotEraseError
    mydata.erase(user)
    sign_out_everywhere(user)
    note(user, "accounts.erased", actor=user)


def sign_out_everywhere(user):
    """End every session of `user`, also those in which they only began to sign in."""
    for session in Session.objects.iterator(chunk_size=500):
        data = session.get_decoded()
        began = data.get("account_login") or {}
        if str(user.pk) in (data.get("_auth_user_id"), data.get("account_authentication_methods_user")) or (
            began.get("user_pk") == user_pk_to_url_str(user)
        ):
            session.delete()


@transaction.atomic
def change_email(user, email):
    """Give `user` another address; it must be confirmed at the next sign-in."""
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.filter(email=email, verified=False).delete()
    user.email = email
    user.save(update_fields=["email"])
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=False)


@transaction.atomic
def add_person(*, actor, email, roles, **fields):
    """Make an account of staff with `roles` and send its owner an invitation. Returns the user."""
    user = User.objects.create_user(email, **fields)
    user.groups.set(map(group_of, roles))
    EmailAddress.objects.filter(email=email, verified=False).delete()
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=False)
    note(user, "accounts.invited", actor=actor, roles=sorted(user.role_set))
    transaction.on_commit(lambda: invite(user))
    return user


@transaction.atomic
def edit_person(user, *, actor, email, roles=None, forget_second_factor=False, **fields):
    """Change an account as its administrator wishes; `roles` is None when they stay. Returns the user.

    Raises PermissionDenied when an ordinary administrator would change a superuser.
    """
    if user.is_superuser and not actor.is_superuser:
        raise PermissionDenied
    for name, value in fields.items():
        setattr(user, name, value)
    user.save()
    if email != user.email:
        change_email(user, email)
    if roles is not None:
        set_roles(user, roles, actor=actor)
    if forget_second_factor:
        Authenticator.objects.filter(user=user).delete()
        sign_out_everywhere(user)
        note(user, "accounts.second_factor_taken", actor=actor)
    return user


def set_roles(user, roles, *, actor):
    """Give exactly `roles`; groups that are no roles stay. A change is written into the log."""
    before, after = user.roles_given, frozenset(map(str, roles))
    if before == after:
        return
    user.groups.set([*user.groups.exclude(name__in=GROUP_NAMES.values()), *map(group_of, after)])
    del user.roles_given
    note(user, "accounts.roles_changed", actor=actor, before=sorted(before), after=sorted(after))


def invite(user):
    """Send a new member of staff the letter by which they choose their password; the letter also proves the address."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    with translation.override(user.language):
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"}).replace(
            "UID-KEY", key
        )
    context = {"user": user, "password_reset_url": settings.BASE_URL + path}
    write_letter("invitation", user.email, context, language=user.language)


def _may_check(actor, user):
    may = actor.is_superuser or actor.has_role(Role.DESK_OPERATOR)
    if not may or actor.pk == user.pk or user.is_official_staff or user.anonymised_at:
        raise PermissionDenied(_("This person cannot be checked by you."))
