"""Following a case, and telling everybody who follows it."""

from django.conf import settings
from django.utils import translation

from core import outbox
from participation.follows.models import Follow


def follow(case, *, user):
    """Let `user` be told what becomes of `case`; twice is once."""
    return Follow.objects.get_or_create(case_id=case.pk, user=user)[0]


def unfollow(case, *, user):
    """Tell `user` no more of `case`."""
    Follow.objects.filter(case_id=case.pk, user=user).delete()


def is_following(case, user):
    """Whether `user` is told what becomes of `case`."""
    return user.is_authenticated and Follow.objects.filter(case_id=case.pk, user=user).exists()


def followers_of(case, except_users=()):
    """Return (address, language) of everybody who follows `case`, besides the people (or their keys) named."""
    left_out = {getattr(user, "pk", user) for user in except_users}
    people = Follow.objects.filter(case_id=case.pk, user__is_active=True).exclude(user__email="")
    rows = people.exclude(user__in=left_out).order_by("pk")
    return list(rows.values_list("user__email", "user__language"))


def tell_followers(case, kind, *, event, context=None, except_users=()):
    """Write the declared letter `kind` about `event` to everybody who follows `case`; return how many are new.

    `event` is a `CaseEvent` or a word that names what happened; the outbox lets each person have one letter about it. One
    rendering for each language, however many follow.
    """
    name = event if isinstance(event, str) else f"event:{event.sequence}"
    readers, written = {}, 0
    for address, language in followers_of(case, except_users):
        readers.setdefault(language, []).append(address)
    for language, recipients in readers.items():
        with translation.override(language):
            facts = {"case": case, "number": case.number, "title": case.public_title, "site": settings.BASE_URL}
            written += outbox.write_copies(
                kind,
                event=f"case:{case.pk}:{name}",
                recipients=recipients,
                context={**facts, **(context or {})},
                language=language,
            )
    return written
