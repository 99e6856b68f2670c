"""The two public forms."""

from casework.intake import IntakeView


class RequestView(IntakeView):
    """Ask for public information."""

    procedure_key = "request"
    template_name = "inquiries/request_form.html"


class SuggestionView(IntakeView):
    """Put a suggestion into the box."""

    procedure_key = "suggestion"
    template_name = "inquiries/suggestion_form.html"
