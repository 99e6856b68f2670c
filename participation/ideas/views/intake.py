"""Writing an idea: it is kept as a draft first, so that nothing that was typed or chosen is lost."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from casework.actors import Actor
from casework.intake import IntakeView, file_case
from casework.public.access import remember
from core.query import IdField, QueryForm, SearchField
from participation.ideas.models import IdeaCall
from participation.ideas.similar import similar

LEAST_LETTERS = 10


class NewQuery(QueryForm):
    """What a link may fill in: the call and the service."""

    call = SearchField()
    service = IdField()


@method_decorator(never_cache, name="dispatch")
class NewView(IntakeView):
    """The form; a link of a call or of a service fills in which."""

    procedure_key = "idea"
    template_name = "ideas/new.html"

    def get_initial(self):
        """Choose the call that the link names, or the one for ideas about services."""
        asked, initial = NewQuery.read(self.request.GET).values, super().get_initial()
        calls = IdeaCall.objects.takes_ideas()
        if asked["call"]:
            initial["call"] = calls.filter(slug=asked["call"]).first()
        elif asked["service"]:
            initial["call"] = calls.filter(is_for_services=True).first()
        return {**initial, "service": asked["service"]}

    def get_context_data(self, **kwargs):
        """Add the service by name, and whether any call takes ideas."""
        context = super().get_context_data(**kwargs)
        key = NewQuery.read(self.request.GET).values["service"]
        service = Page.objects.live().public().filter(pk=key).first() if key else None
        return {**context, "service": service, "calls": context["form"].fields["call"].queryset}

    def form_valid(self, form):
        """Keep the draft and show it beside similar ideas."""
        actor = Actor.person(form.user) if form.user else Actor.applicant()
        case = file_case(self.procedure_key, form, actor=actor).case
        remember(self.request, case)
        return redirect("ideas:draft", number=case.number)


class WordsQuery(QueryForm):
    """What is being written."""

    q = SearchField()


@require_safe
def similar_part(request):
    """Similar ideas while somebody writes, for the script of the form; without it the draft's page shows the same."""
    words = WordsQuery.read(request.GET).values["q"]
    found = similar(words) if len(words) >= LEAST_LETTERS else []
    rows = [
        {"title": idea.public_title, "url": idea.get_absolute_url(), "state": str(idea.get_state_display()), "supports": idea.supports}
        for idea in found
    ]
    return JsonResponse({"ideas": rows})
