"""The public page of one idea, its earlier words and answers, its files."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from casework.enums import AttachmentPurpose, Audience
from casework.models import Attachment
from casework.services.tracking import normalise_number
from casework.timeline import timeline
from core.uploads import serve
from participation.comments.reading import listing
from participation.follows.services import is_following
from participation.ideas.files import is_picture
from participation.ideas.guards import is_own
from participation.ideas.models import Idea
from participation.ideas.services import own_support, supports_left

JOINED_ROWS = ("call", "settlement", "service", "contribution", "thread", "collection", "joined_to", "applicant", "unit")


def public_idea(number):
    """The public idea with this number. Raises Http404."""
    rows = Idea.objects.in_public_register().select_related(*JOINED_ROWS)
    return get_object_or_404(rows, number=normalise_number(number))


def public_files(idea):
    """The public copies of an idea's files with their addresses: (pictures, documents)."""
    files = list(idea.attachments.filter(purpose=AttachmentPurpose.PUBLIC_COPY))
    for file in files:
        file.url = reverse("ideas:file", args=[idea.number, file.pk])
    return [file for file in files if is_picture(file)], [file for file in files if not is_picture(file)]


def supporting(idea, user):
    """What the box of support prints: the count, the goal, and what this reader may do."""
    mine = own_support(idea, user)
    collects = idea.state == "published" and idea.collection.is_open()
    left = supports_left(idea.call, user) if collects and user.is_authenticated else None
    return {
        "count": idea.supports,
        "goal": idea.call.support_goal,
        "mine": mine,
        "collects": collects,
        "left": left,
        "may": collects and mine is None and left != 0,
    }


def invitation_of(idea, user):
    """The invitation that waits for this reader's word, or None."""
    if not user.is_authenticated:
        return None
    return idea.co_authors.waiting().filter(email=user.email.lower()).first()


class IdeaView(TemplateView):
    """One idea: words, support, evaluation, decision, milestones, answers, discussion."""

    template_name = "ideas/idea.html"

    def get_context_data(self, **kwargs):
        """Gather everything in a constant number of queries. Raises Http404 for an idea that is not public."""
        idea, user = public_idea(self.kwargs["number"]), self.request.user
        pictures, documents = public_files(idea)
        answers = list(idea.official_answers.select_related("owner"))
        own = user.is_authenticated and is_own(idea, user)
        return super().get_context_data(
            idea=idea,
            author=idea.applicant.public_name,
            co_authors=[person.user.name for person in idea.co_authors.agreed().select_related("user")],
            tags=idea.tags.all(),
            pictures=pictures,
            documents=documents,
            support=supporting(idea, user),
            following=is_following(idea, user),
            own=own,
            editable=own and idea.state == "published" and idea.is_editable(timezone.now()),
            invitation=invitation_of(idea, user),
            answer=answers[0] if answers else None,
            earlier_answers=answers[1:],
            evaluation=idea.evaluations.select_related("unit").prefetch_related("checks").first(),
            milestones=idea.milestones.all(),
            joined=Idea.objects.in_public_register().filter(joined_to=idea).only("number", "procedure", "public_title"),
            changes=idea.versions.count(),
            timeline=timeline(idea, Audience.PUBLIC),
            listing=listing(idea.thread, self.request),
            **kwargs,
        )


class HistoryView(TemplateView):
    """The words as they were before each edit."""

    template_name = "ideas/history.html"

    def get_context_data(self, **kwargs):
        """The newest first. Raises Http404 for an idea that is not public."""
        idea = public_idea(self.kwargs["number"])
        return super().get_context_data(idea=idea, versions=idea.versions.order_by("-number"), **kwargs)


@require_safe
def public_file(request, number, pk):
    """Hand out a public copy; no other file of the case is reachable here. Raises Http404."""
    rows = Attachment.objects.filter(purpose=AttachmentPurpose.PUBLIC_COPY, case__number=normalise_number(number))
    stored = get_object_or_404(rows.select_related("case"), pk=pk)
    if not Idea.objects.in_public_register().filter(pk=stored.case_id).exists():
        raise Http404
    return serve(stored, download="pereglyad" not in request.GET)
