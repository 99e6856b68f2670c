"""The room's share of what is held of a person."""

from participation.ideas.models import CoAuthor, Idea, IdeaVersion


def export(user):
    """Ideas that the person wrote, with their earlier words, and those of which they are co-author."""
    own = Idea.objects.filter(submitter=user).order_by("pk")
    return {
        "ideas": list(own.values("number", "public_title", "public_text", "place", "latitude", "longitude", "answers_given")),
        "earlier": list(IdeaVersion.objects.filter(idea__in=own).order_by("pk").values("idea__number", "title", "text")),
        "co_author": list(CoAuthor.objects.filter(user=user).order_by("pk").values("idea__number", "agreed_at")),
    }


def erase(user):
    """Drafts lose their words; published ideas stay without a name; the person is nobody's co-author."""
    CoAuthor.objects.filter(user=user).delete()
    CoAuthor.objects.filter(email=user.email.lower()).delete()
    Idea.objects.filter(submitter=user, published_at=None).update(
        public_title="", public_text="", place="", latitude=None, longitude=None, answers_given=[]
    )
