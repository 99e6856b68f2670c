"""The screens where contributions are chosen for a draft and sorted by theme."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.text import clean_text
from participation.feedback import services
from participation.feedback.models import ChosenTag, Voice
from participation.feedback.services.choosing import eligible_cases
from participation.feedback.staff.access import LARGEST_ID, for_readers_of_cases, on_draft
from participation.feedback.staff.assistance import Assistance
from participation.feedback.staff.forms import CaseFilter, SortFilter
from participation.feedback.staff.pages import Contributions

PER_PAGE = 50
TAG_LENGTH = ChosenTag._meta.get_field("name").max_length
MOST_AT_ONCE = 5000


@for_readers_of_cases
@on_draft
def cases(request, summary):
    """Choose cases for the draft: a filter, a page of found cases, boxes to tick."""
    query = CaseFilter.within(request.GET, (summary.period_from, summary.period_to))
    found = query.apply(eligible_cases(request.user)).exclude(pk__in=summary.chosen.values("case"))
    found = keys_of(found.order_by("-received_at", "-pk"))
    if request.method == "POST":
        wanted = ticked(request, found)
        if wanted:
            added = services.add_cases(summary, wanted, actor=request.user)
            messages.success(request, _("Cases added: %(number)s.") % {"number": added})
        else:
            messages.error(request, _("Tick at least one case."))
        return redirect(request.get_full_path())
    page = Contributions(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"summary": summary, "query": query, "page_obj": page, "chosen": summary.chosen.count()}
    return render(request, "feedback/staff/cases.html", context)


@for_readers_of_cases
@on_draft
def sort_cases(request, summary):
    """Say which chosen case speaks to which theme."""
    query = SortFilter.read(request.GET, summary=summary)
    mine = eligible_cases(request.user).filter(pk__in=summary.chosen.values("case"))
    found = keys_of(query.apply(mine).order_by("received_at", "pk"))
    help_with = Assistance(summary, mine)
    if query.values["like"]:
        found = help_with.alike(query.values["like"], among=found)
    problem, sent = "", []
    if request.method == "POST":
        sent = ticked(request, found)
        problem = sort_sent(request, summary, sent)
        if not problem:
            return redirect(request.get_full_path())
    page = Contributions(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "summary": summary,
        "themes": summary.themes.all(),
        "query": query,
        "page_obj": page,
        "entries": entries(summary, page, sent, help_with),
        "like": mine.filter(pk=query.values["like"]).first() if query.values["like"] else None,
        "problem": problem,
    }
    return render(request, "feedback/staff/sort.html", context, status=422 if problem else 200)


def entries(summary, page, sent, help_with):
    """The cases of a page with their themes, tags and the theme they resemble; ticked again when sorting was refused."""
    named, tags, keys = {}, {}, [case.pk for case in page]
    voices = Voice.objects.filter(theme__summary=summary, case__in=keys)
    for case, title in voices.order_by("theme__order", "theme").values_list("case_id", "theme__title"):
        named.setdefault(case, []).append(title)
    for case, name in ChosenTag.objects.filter(chosen__summary=summary, chosen__case__in=keys).values_list(
        "chosen__case_id", "name"
    ):
        tags.setdefault(case, []).append(name)
    return [
        {
            "case": case,
            "themes": named.get(case.pk, []),
            "tags": tags.get(case.pk, []),
            "proposed": help_with.proposed.get(case.pk),
            "is_ticked": case.pk in sent,
        }
        for case in page
    ]


def sort_sent(request, summary, sent):
    """Place the ticked cases into a theme, take them out of it, or out of the summary; returns what is wrong, if anything."""
    if not sent:
        return _("Tick at least one case.")
    actor, theme = request.user, None
    if "tag" in request.POST or "untag" in request.POST:
        return tag_sent(request, summary, sent)
    if "drop" in request.POST:
        number = services.remove_cases(summary, sent, actor=actor)
        messages.success(request, _("Taken out of the summary: %(number)s.") % {"number": number})
        return ""
    if chosen := key_of(request.POST.get("theme")):
        theme = summary.themes.filter(pk=chosen).first()
    if theme is None:
        return _("Choose a theme.")
    number = services.place_cases(summary, theme, sent, actor=actor, remove="remove" in request.POST)
    messages.success(request, _("Changed: %(number)s.") % {"number": number})
    return ""


def tag_sent(request, summary, sent):
    """Put a word on the ticked cases or take it off; returns what is wrong, if anything."""
    name = clean_text(request.POST.get("name", "")[: TAG_LENGTH * 4], single_line=True).lower()[:TAG_LENGTH]
    if not name:
        return _("Write the tag.")
    number = services.tag_cases(summary, name, sent, actor=request.user, remove="untag" in request.POST)
    messages.success(request, _("Changed: %(number)s.") % {"number": number})
    return ""


def keys_of(cases):
    """The keys of the first MOST_AT_ONCE `cases`: read once, for the page, its number and "all found" alike."""
    return list(cases.values_list("pk", flat=True)[:MOST_AT_ONCE])


def ticked(request, found):
    """The keys of the ticked cases, or of all found ones when that was asked: at most MOST_AT_ONCE."""
    if "all" in request.POST:
        return found
    return [key for value in request.POST.getlist("case")[:MOST_AT_ONCE] if (key := key_of(value))]


def key_of(value):
    """A row's key from a stranger's text, or 0."""
    text = str(value or "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0
    return number if number <= LARGEST_ID else 0
