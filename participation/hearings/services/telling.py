"""Letters to those who registered: each with the own page, each round of dates once."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from core import outbox
from participation.follows.services import tell_followers


def in_language(language, url_name, *arguments):
    """The full address of a page in a reader's language."""
    with translation.override(language):
        return settings.BASE_URL + reverse(url_name, args=arguments)


def facts_for(hearing, language):
    """What every letter to those who come may print."""
    return {
        "hearing": hearing,
        "link": in_language(language, "hearings:detail", hearing.number),
        "calendar": in_language(language, "hearings:calendar", hearing.number),
    }


def tell_one(registration, kind, *, again=""):
    """Write one letter to one registered person."""
    hearing, language = registration.hearing, registration.language
    return outbox.write(
        f"hearings/{kind}",
        event=f"hearing:{hearing.pk}:{registration.pk}:{hearing.changes}:{again}",
        recipient=registration.email,
        context={
            **facts_for(hearing, language),
            "registration": registration,
            "ticket": in_language(language, "hearings:ticket", registration.code),
        },
        language=language,
    )


def tell_registered(hearing, kind, *, registrations=None, **context):
    """Write the same letter to everybody registered, each with the link to the own page; returns how many are new."""
    rows = hearing.registrations.all() if registrations is None else registrations
    readers = {}
    for email, code, language in rows.reachable().values_list("email", "code", "language"):
        ticket = in_language(language, "hearings:ticket", code)
        readers.setdefault(language, {})[email] = {"ticket": ticket}
    return sum(
        outbox.write_copies(
            f"hearings/{kind}",
            event=f"hearing:{hearing.pk}:{hearing.attempt}:{hearing.changes}",
            recipients=holes,
            context={**facts_for(hearing, language), **context},
            language=language,
            holes=holes,
        )
        for language, holes in readers.items()
    )


def tell_everybody(hearing, kind, *, what, **context):
    """Write to those registered, and to those who follow the hearing without a registration what has happened."""
    written = tell_registered(hearing, kind, **context)
    registered = hearing.registrations.reachable().exclude(user=None).values_list("user", flat=True)
    return written + tell_followers(
        hearing,
        "hearings/news",
        event=f"{kind}:{hearing.attempt}:{hearing.changes}",
        context={"what": what},
        except_users=list(registered),
    )
