"""Calls for ideas: all of them, and the page of one."""

from django.http import Http404
from django.utils import timezone
from django.views.generic import ListView, TemplateView

from participation.ideas.listing import PER_PAGE, IdeasQuery, shown
from participation.ideas.models import IdeaCall
from participation.ideas.services import supports_left


class CallsView(ListView):
    """Open and past calls, the newest first."""

    template_name = "ideas/calls.html"
    paginate_by = 20
    queryset = IdeaCall.objects.public().prefetch_related("settlements")


class CallView(TemplateView):
    """One call: question, term, territory, rules, money; its newest ideas."""

    template_name = "ideas/call.html"

    def get_context_data(self, **kwargs):
        """Gather the call. Raises Http404 for one that is not published."""
        rows = IdeaCall.objects.public().prefetch_related("settlements", "checks").select_related("unit")
        call = rows.filter(slug=self.kwargs["slug"]).first()
        if call is None:
            raise Http404
        keys = IdeasQuery.read({"call": call.slug, "order": "support"}).keys()
        today = timezone.localdate()
        return super().get_context_data(
            call=call,
            ideas=shown(keys[:PER_PAGE]),
            number=len(keys),
            takes_ideas=call.takes_ideas_on(today),
            takes_supports=call.takes_supports_on(today),
            left=supports_left(call, self.request.user) if self.request.user.is_authenticated else None,
            **kwargs,
        )
