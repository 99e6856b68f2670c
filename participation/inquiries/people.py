"""The room's share of what is held of a person: the originals that stand beside `Case.text`."""

from participation.inquiries.models import InformationRequest, Suggestion

ORIGINALS = ("document_details", "urgent_reason")


def export_originals(user):
    """What the person wrote into requests and suggestions, besides the text that the register gives out."""
    requests = InformationRequest.objects.filter(submitter=user).values("number", *ORIGINALS)
    suggestions = Suggestion.objects.filter(submitter=user).values("number", "service", "reply")
    return [*requests, *suggestions]


def erase_originals(user):
    """Empty the originals of the person's closed requests."""
    InformationRequest.objects.filter(submitter=user, is_open=False).update(document_details="", urgent_reason="")
