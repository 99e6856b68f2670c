"""The table of pages that every test of pages walks: name → address, taken from the demo community.

`public()` needs nobody signed in, `own()` a resident, `staff()` the head. Cases are opened by the secret link of a letter,
which lets the same window read them afterwards, so the order of the table matters.
"""

from datetime import date

from django.db.models import Q
from django.urls import reverse

from accounts.models import User
from casework.actors import Actor
from casework.models import Case
from casework.procedure import all_procedures
from casework.services import allowed
from casework.services.tracking import tracking_token
from cms.models import NewsPage, NewsTopic
from participation.feedback import services
from participation.feedback.enums import SummaryState
from participation.feedback.models import Summary, Theme
from participation.inquiries.models import InformationRequest
from tests.browser import (
    pages_editors,
    pages_feedback,
    pages_groups,
    pages_ideas,
    pages_paper,
    pages_places,
    pages_samples,
    pages_services,
    pages_situations,
    pages_talk,
)
from tests.browser.pages_drafts import draft_pages, draft_screens
from tests.browser.pages_hearings import hearing_pages, hearing_screens
from tests.browser.pages_hub import hub_pages, hub_screens
from tests.browser.pages_people import people_pages, people_screens
from tests.browser.pages_sheets import voices_pages, voices_screens

FRAME = {
    "home": "/",
    "home in English": "/en/",
    "news": "/novyny/",
    "contacts": "/kontakty/",
    "accessibility": "/dostupnist/",
    "personal data": "/personalni-dani/",
    "participation": "/uchast/",
    "summaries": "/uchast/pidsumky/",
    "inquiries": "/zvernennia/",
    "request form": "/zvernennia/zapyt/",
    "request form in English": "/en/zvernennia/zapyt/",
    "blank form": "/zvernennia/zapyt/blank/?kind=legal",
    "filled sample": "/zvernennia/zapyt/zrazok/",
    "suggestion form": "/zvernennia/propozytsiia/",
    "register": "/zvernennia/reiestr/",
    "register, nothing found": "/zvernennia/reiestr/?q=нічогісінько",
    "where is my case": "/sprava/",
    "look": "/vyhliad/",
    "style guide": "/styleguide/",
    "sign in": "/oblikovyi-zapys/login/",
    "sign up": "/oblikovyi-zapys/signup/",
    "password reset": "/oblikovyi-zapys/password/reset/",
}
OWN = {
    "cabinet": "/kabinet/",
    "profile": "/kabinet/profil/",
    "my data": "/kabinet/moi-dani/",
    "erase me": "/kabinet/moi-dani/vydalyty/",
    "e-mail addresses": "/oblikovyi-zapys/email/",
    "change of password": "/oblikovyi-zapys/password/change/",
    "sign out": "/oblikovyi-zapys/logout/",
}
MISSING = {"missing page": "/nema-takoi/", "missing case": "/sprava/nema-takoi/"}


def link_to(case):
    """The secret link of a letter."""
    return reverse("casework:link", args=[tracking_token(case)])


def case_in(state, **fields):
    """The first case of the demo in this state."""
    return Case.objects.filter(state=state, is_quarantined=False, **fields).order_by("pk").first()


def request_pages():
    """One request of every state as its applicant reads it, with the pages behind its buttons."""
    states = InformationRequest.objects.values_list("state", flat=True).distinct().order_by("state")
    pages = {f"request {state}": link_to(case_in(state, procedure="request")) for state in states}
    working, answered = case_in("in_work", procedure="request"), case_in("answered", procedure="request")
    pages["receipt"] = reverse("casework:receipt", args=[tracking_token(working)])
    pages["how the date was computed"] = reverse("casework:clock", args=[working.number, working.clocks.first().pk])
    pages["writing to the office"] = reverse("casework:act", args=[working.number, "write_to_office"])
    pages["withdrawing"] = reverse("casework:act", args=[working.number, "withdraw"])
    pages["complaining"] = reverse("casework:act", args=[answered.number, "appeal"])
    pages["rating"] = reverse("casework:act", args=[answered.number, "rate"])
    return pages


def suggestion_pages():
    """A suggestion that waits and one that a summary answered."""
    waiting = case_in("received", procedure="suggestion")
    decided = Case.objects.filter(chosen_cases(), procedure="suggestion").order_by("pk").first()
    return {
        "suggestion received": link_to(waiting),
        "receipt of a suggestion": reverse("casework:receipt", args=[tracking_token(waiting)]),
        "suggestion decided": link_to(decided),
    }


def chosen_cases():
    """The condition: a published summary speaks of the case."""

    voices = Summary.objects.filter(state=SummaryState.PUBLISHED).values("themes__voices__case")
    return Q(pk__in=voices)


def telling(news):
    """Those news, the newest first, that hold a kind of block which none before them held."""
    seen = set()
    for page in news:
        kinds = {block.block_type for block in page.body}
        if kinds - seen:
            yield page
        seen |= kinds


def public():
    """Pages for everybody."""
    news = NewsPage.objects.live().filter(locale__language_code="uk").order_by("-date")
    summary = Summary.objects.published().first()
    listed = InformationRequest.objects.in_public_register().filter(outcome="partial").first()
    return {
        **FRAME,
        **pages_editors.public(),
        **{f"news, {page.slug}": page.get_url() for page in telling(news)},
        "news of a topic": f"/novyny/?topic={NewsTopic.objects.first().slug}",
        "summary": reverse("feedback:detail", args=[summary.slug]),
        "register entry": reverse("inquiries:detail", args=[listed.number]),
        **people_pages(),
        **request_pages(),
        **suggestion_pages(),
        **pages_services.public(),
        **pages_samples.public(),
        **pages_situations.public(),
        **pages_places.public(),
        **pages_talk.public(),
        **hub_pages(),
        **pages_feedback.public(),
        **voices_pages(),
        **draft_pages(),
        **pages_ideas.public(),
        **pages_groups.public(),
        **hearing_pages(),
    }


def own():
    """Pages of a signed-in resident."""
    return {**OWN, **pages_talk.own()}
    return {**OWN, **pages_ideas.own()}
    return {**OWN, **pages_groups.own()}


def person(mailbox):
    """Somebody of the demo community by the name of the mailbox."""
    return User.objects.get(email=f"{mailbox}@example.org")


def forms_of(case, *events):
    """The pages of those transitions whose forms differ most; each of them the head may fire on `case`."""
    rows = {row.event for row in allowed(case.specific, Actor.person(person("head")))}
    assert set(events) <= rows
    return {f"{case.state}: {event}": reverse("casework_staff:transition", args=[case.pk, event]) for event in events}


def case_screens():
    """The case screen in the states that differ most, every form behind its buttons, its other screens."""
    working, waiting = case_in("in_work", procedure="request"), case_in("approval", procedure="request")
    box = case_in("read", procedure="suggestion")
    cases = (working, waiting, case_in("appealed"), case_in("closed"), box)
    keys = {"pk": working.pk}
    return {
        **{f"case {case.state}": reverse("casework_staff:case", args=[case.pk]) for case in cases},
        **forms_of(working, "bill", "draft", "assign", "edit_public"),
        **forms_of(waiting, "approve", "back"),
        "suggestion: reply": reverse("casework_staff:transition", args=[box.pk, "declined"]),
        "clock": reverse("casework_staff:clock", kwargs={**keys, "clock": working.clocks.first().pk}),
        "case on paper": reverse("casework_staff:print", kwargs=keys),
        "case inspected": f"/admin/vkhidni/inspect/{working.pk}/",
        "history of a case": f"/admin/vkhidni/history/{working.pk}/",
    }


def draft_summary():
    """A draft over real suggestions with a theme still without words, as the press officer left it."""
    author = person("press")
    summary = services.start_summary(
        actor=author, title="Що ви сказали восени", period_from=date(2026, 9, 1), period_to=date(2026, 11, 30)
    )
    chosen = list(Case.objects.filter(procedure="suggestion").order_by("pk").values_list("pk", flat=True)[:12])
    services.add_cases(summary, chosen, actor=person("head"))
    theme = Theme.objects.create(summary=summary, title="Черги", said="Довго чекаємо в залі.")
    services.place_cases(summary, theme, chosen[:8], actor=person("head"))
    return summary, theme


def summary_screens():
    """Composing a summary, and one that is published."""
    summary, theme = draft_summary()
    shown = Summary.objects.published().first()
    return {
        "summaries of staff": reverse("feedback_staff:index"),
        "new summary": reverse("feedback_staff:create"),
        "draft summary": reverse("feedback_staff:screen", args=[summary.pk]),
        "choosing cases": reverse("feedback_staff:cases", args=[summary.pk]),
        "sorting cases": reverse("feedback_staff:sort", args=[summary.pk]),
        "theme": reverse("feedback_staff:theme", args=[summary.pk, theme.pk]),
        "measure": reverse("feedback_staff:measure_add", args=[summary.pk, theme.pk]),
        "sending to the head": reverse("feedback_staff:move", args=[summary.pk, "submit"]),
        "preview of the summary": reverse("feedback_staff:preview", args=[summary.pk]),
        "history of the summary": reverse("feedback_staff:history", args=[summary.pk]),
        "taking a theme out": reverse("feedback_staff:theme_delete", args=[summary.pk, theme.pk]),
        "deleting the draft": reverse("feedback_staff:discard", args=[summary.pk]),
        "published summary": reverse("feedback_staff:screen", args=[shown.pk]),
        "correcting": reverse("feedback_staff:move", args=[shown.pk, "correct"]),
    }


def staff():
    """Screens of the head, who sees everything."""
    desk = {
        f"desk: {row.key}": reverse("casework_staff:desk", args=[row.key])
        for row in all_procedures()
        if row.intake_form
    }
    return {
        "first screen": "/admin/",
        **pages_editors.staff(),
        "inbox": "/admin/vkhidni/",
        "inbox, overdue": "/admin/vkhidni/?tab=overdue",
        "inbox, quarantine": "/admin/vkhidni/?tab=quarantine",
        "reception": reverse("casework_staff:reception"),
        **desk,
        **people_screens(),
        **case_screens(),
        **summary_screens(),
        **pages_feedback.staff(),
        **pages_services.staff(),
        **pages_paper.screens(),
        **pages_samples.staff(),
        **pages_situations.staff(),
        **pages_places.staff(),
        **pages_talk.staff(),
        **hub_screens(),
        **voices_screens(),
        **draft_screens(),
        **pages_ideas.staff(person("head")),
        **pages_groups.staff(person("head")),
        **hearing_screens(),
    }


TABLES = {"public": (public, None), "own": (own, "hanna"), "staff": (staff, "head")}
