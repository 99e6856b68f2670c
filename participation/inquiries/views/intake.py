"""The two public forms."""

from casework.intake import IntakeView
from core.links import offered
from core.text import clean_text

SERVICE_LENGTH = 200


class RequestView(IntakeView):
    """Ask for public information."""

    procedure_key = "request"
    template_name = "inquiries/request_form.html"

    def get_context_data(self, **kwargs):
        """Add the samples to fill in on paper."""
        return super().get_context_data(samples=offered("inquiries.request", self.request), **kwargs)


class SuggestionView(IntakeView):
    """Put a suggestion into the box."""

    procedure_key = "suggestion"
    template_name = "inquiries/suggestion_form.html"

    def get_initial(self):
        """Take the service from the link of its page (`?service=…`): words to begin with, checked like any others when sent."""
        words = clean_text(self.request.GET.get("service"), single_line=True)[:SERVICE_LENGTH]
        return {**super().get_initial(), "service": words}
