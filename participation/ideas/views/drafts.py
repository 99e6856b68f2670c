"""The draft before everybody sees it: as it will look, similar ideas beside it, and what can be done with it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from casework.errors import Refused
from casework.public.access import followed_case
from casework.services import allowed, fire
from casework.services.tracking import tracking_code, tracking_token
from participation.ideas.files import from_author
from participation.ideas.models import Idea
from participation.ideas.procedure import BEFORE_PUBLICATION
from participation.ideas.similar import similar

SENDING = ("publish_own", "send")


def own_idea(request, number):
    """Return (idea, actor) of the reader. Raises Http404 for everybody else's and for another procedure's case."""
    case, actor = followed_case(request, number)
    return Idea.objects.select_related("call", "settlement", "contribution").get(pk=case.pk), actor


@method_decorator(never_cache, name="dispatch")
class DraftView(TemplateView):
    """One's own idea before it is published."""

    template_name = "ideas/draft.html"

    def get(self, request, *args, **kwargs):
        """A published idea has a page of its own."""
        self.idea, self.actor = own_idea(request, kwargs["number"])
        if self.idea.state not in BEFORE_PUBLICATION:
            return redirect(self.idea if self.idea.is_in_public_register else "casework:case", **self._number())
        return super().get(request, *args, **kwargs)

    def _number(self):
        return {} if self.idea.is_in_public_register else {"number": self.idea.number}

    def get_context_data(self, **kwargs):
        """Gather the draft, similar ideas and the buttons of the table."""
        idea = self.idea
        rows = {row.event: row for row in allowed(idea, self.actor)}
        return super().get_context_data(
            idea=idea,
            code=tracking_code(idea),
            files=[{"original_name": file.original_name, "size": file.size, "content_type": file.content_type} for file in from_author(idea)],
            similar=similar(f"{idea.public_title} {idea.public_text[:600]}", besides=idea),
            sending=next((rows[event] for event in SENDING if event in rows), None),
            can_edit="edit" in rows,
            can_withdraw="withdraw" in rows,
            **kwargs,
        )


@require_POST
def send(request, number):
    """Send or publish the draft, whichever the rule of the call is."""
    idea, actor = own_idea(request, number)
    event = next((row.event for row in allowed(idea, actor) if row.event in SENDING), None)
    if event is None:
        messages.error(request, _("This idea cannot be sent now: it was sent already, or the call has ended."))
        return redirect("ideas:draft", number=idea.number)
    try:
        idea = fire(idea, event, actor=actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("ideas:draft", number=idea.number)
    if idea.is_in_public_register:
        messages.success(request, _("Your idea is published. Tell your neighbours: now they can support it."))
        return redirect(idea)
    messages.success(request, _("Your idea was sent. A moderator reads it, and we write to you."))
    return redirect("casework:receipt", token=tracking_token(idea))
