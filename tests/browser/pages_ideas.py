"""Pages and staff screens of ideas and of following."""

from django.urls import reverse

from casework.actors import Actor
from casework.services import allowed
from casework.services.tracking import tracking_token
from home.demo.ideas import all_ideas
from participation.ideas.models import IdeaCall


def public():
    """The list, calls, the form, one idea of every public state; a draft comes after the link that opens it."""
    ideas, call = all_ideas(), IdeaCall.objects.get(slug="zatyshna-hromada")
    shown = ("stop", "light", "bikes", "water", "stop-again", "stage", "changing", "crossing", "tunnel")
    draft = ideas["books"]
    return {
        "ideas": reverse("ideas:list"),
        "ideas, nothing found": reverse("ideas:list") + "?q=нічогісінько",
        "ideas in English": "/en/uchast/idei/",
        "ideas by places": reverse("ideas:places"),
        "calls for ideas": reverse("ideas:calls"),
        "call for ideas": call.get_absolute_url(),
        "new idea": f"{reverse('ideas:new')}?call={call.slug}",
        **{f"idea, {key}": ideas[key].get_absolute_url() for key in shown},
        "earlier words of an idea": reverse("ideas:history", args=[ideas["stop"].number]),
        "the link of a draft": reverse("casework:link", args=[tracking_token(draft)]),
        "draft of an idea": reverse("ideas:draft", args=[draft.number]),
        "editing a draft": reverse("casework:act", args=[draft.number, "edit"]),
    }


def own():
    """Pages of a signed-in resident who wrote an idea."""
    light = all_ideas()["light"]
    return {
        "what I follow": reverse("follows:list"),
        "my idea": light.get_absolute_url(),
        "co-authors": reverse("ideas:co_authors", args=[light.number]),
    }


def staff(head):
    """The staff's list, the screen of ideas at different steps with the forms behind their buttons, the calls."""
    ideas = all_ideas()
    forms = {
        f"idea {ideas[key].state}: {row.event}": reverse("casework_staff:transition", args=[ideas[key].pk, row.event])
        for key in ("gym", "light", "bikes", "water", "changing")
        for row in allowed(ideas[key], Actor.person(head))
        if row.form and not str(row.form).startswith("casework.")
    }
    call = IdeaCall.objects.get(slug="zatyshna-hromada")
    return {
        "ideas of staff": reverse("ideas_staff:index"),
        **{
            f"case of idea {key}": reverse("casework_staff:case", args=[ideas[key].pk]) for key in ("water", "changing")
        },
        **forms,
        "idea at the desk": reverse("casework_staff:desk", args=["idea"]),
        "calls of staff": reverse("wagtailsnippets_ideas_ideacall:list"),
        "call of staff": reverse("wagtailsnippets_ideas_ideacall:edit", args=[call.pk]),
        "tags of ideas": reverse("wagtailsnippets_ideas_ideatag:list"),
    }
