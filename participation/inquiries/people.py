"""The room's share of what is held of a person: the originals that stand beside `Case.text`."""

from participation.inquiries.models import InformationRequest, Suggestion

ORIGINALS = ("document_details", "urgent_reason")


def export_originals(user):
    """What the person wrote into requests and suggestions, besides the text that the register gives out."""
    requests = InformationRequest.objects.filter(submitter=user).values("number", *ORIGINALS)
    suggestions = Suggestion.objects.filter(submitter=user).values("number", "service", "reply")
    return [*requests, *suggestions]


def erase_nothing_more(user):
    """The register empties the originals itself, case by case (`InformationRequest.erase_originals`)."""
