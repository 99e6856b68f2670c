"""Pages that explain: where to turn, the blank form, a filled sample."""

from django import forms
from django.views.generic import TemplateView

from casework.enums import ApplicantKind
from core.links import offered
from core.query import QueryForm
from participation.inquiries.views.register import timeliness_line


class HubView(TemplateView):
    """Which way fits: a request, a suggestion, following a case, the register."""

    template_name = "inquiries/hub.html"

    def get_context_data(self, **kwargs):
        """Add how timely the answers were and the samples of requests and appeals."""
        samples = offered("inquiries.hub", self.request)
        return super().get_context_data(timeliness=timeliness_line(), samples=samples, **kwargs)


class BlankQuery(QueryForm):
    """For whom the blank form is: an individual, a legal entity, an association."""

    kind = forms.ChoiceField(choices=ApplicantKind.choices, required=False, initial=ApplicantKind.INDIVIDUAL)


class BlankView(TemplateView):
    """A blank form to print (order 1434/5 of the Ministry of Justice, annexes)."""

    template_name = "inquiries/request_blank.html"

    def get_context_data(self, **kwargs):
        """Add the kind of applicant and links to the other two."""
        kind = BlankQuery.read(self.request.GET).values["kind"]
        choices = [
            {"label": label, "url": f"?kind={value}", "current": value == kind}
            for value, label in ApplicantKind.choices
        ]
        return super().get_context_data(kind=kind, choices=choices, **kwargs)


class SampleView(TemplateView):
    """A filled sample of the form."""

    template_name = "inquiries/request_sample.html"
