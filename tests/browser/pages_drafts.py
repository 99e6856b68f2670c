"""Pages and staff screens of draft documents."""

from django.urls import reverse

from participation.drafts.models import Consultation
from participation.drafts.services.deciding import to_decide


def drafts_of_the_demo():
    """(open, finished): the documents of both demo consultations."""
    cases = {case.state: case.document for case in Consultation.objects.select_related("document")}
    return cases["open"], cases["closed"]


def draft_pages():
    """The list, a draft open for comments, a finished one with its comparison and table."""
    draft, finished = drafts_of_the_demo()
    busy = draft.thread.comments.exclude(anchor="").order_by("pk").first()
    return {
        "drafts": reverse("drafts:list"),
        "draft": reverse("drafts:document", args=[draft.slug]),
        "paragraph of a draft": reverse("drafts:paragraph", args=[draft.slug, busy.anchor]),
        "comments on a whole draft": reverse("drafts:whole", args=[draft.slug]),
        "draft after the report": reverse("drafts:document", args=[finished.slug]),
        "earlier version of a draft": reverse("drafts:version", args=[finished.slug, 1]),
        "versions compared": reverse("drafts:compare", args=[finished.slug]),
        "decisions on comments": reverse("drafts:decisions", args=[finished.slug]),
    }


def draft_screens():
    """Every kind of screen."""
    draft, finished = drafts_of_the_demo()
    return {
        "drafts of staff": reverse("drafts_staff:index"),
        "new draft": reverse("drafts_staff:create"),
        "draft of staff": reverse("drafts_staff:screen", args=[draft.pk]),
        "about a draft": reverse("drafts_staff:edit", args=[draft.pk]),
        "new version": reverse("drafts_staff:add_version", args=[draft.pk]),
        "version of a draft": reverse("drafts_staff:version", args=[finished.pk, 2]),
        "new consultation": reverse("drafts_staff:consultation", args=[finished.pk]),
        "comments of staff": reverse("drafts_staff:comments", args=[finished.pk]),
        "deciding on a comment": reverse("drafts_staff:decide", args=[draft.pk, to_decide(draft).first().pk]),
    }
