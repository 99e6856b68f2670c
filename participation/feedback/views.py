"""The public pages of summarised feedback."""

from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from core.exports import stream_csv
from participation.feedback.comparing import compare
from participation.feedback.models import Summary
from participation.feedback.reading import cards, export_rows, for_page, machine_readable

LARGEST_VERSION = 32767


class SummaryList(ListView):
    """All published summaries, the newest first."""

    template_name = "feedback/list.html"
    context_object_name = "summaries"
    paginate_by = 20

    def get_queryset(self):
        """Published versions with what their cards print."""
        return Summary.objects.published().select_related("unit")

    def paginate_queryset(self, queryset, page_size):
        """Read the page from a stranger's query: an impossible page is the nearest possible one."""
        paginator = self.get_paginator(queryset, page_size)
        page = paginator.get_page(self.request.GET.get("page"))
        return paginator, page, cards(page.object_list), page.has_other_pages()


class SummaryDetail(DetailView):
    """One summary: themes, figures, positions, measures, what a correction changed, other versions."""

    template_name = "feedback/detail.html"
    context_object_name = "summary"

    def get_object(self, queryset=None):
        """The version that holds, or the one named in the address. Raises Http404."""
        versions = Summary.objects.ever_published().filter(slug=self.kwargs["slug"]).select_related("unit")
        number = self.kwargs.get("version")
        if number is not None:
            versions = versions.filter(version=number) if number <= LARGEST_VERSION else versions.none()
        summary = versions.order_by("-version").first()
        if summary is None:
            raise Http404
        return summary

    def get_context_data(self, **kwargs):
        """Add the themes with their public figures, the other versions and what changed since the one before."""
        summary = self.object
        others = list(Summary.objects.ever_published().filter(series=summary.series).exclude(pk=summary.pk))
        others.sort(key=lambda other: -other.version)
        before = next((other for other in others if other.version < summary.version), None)
        return super().get_context_data(
            content=for_page(summary),
            versions=others,
            before=before,
            changes=compare(before, summary) if before else [],
            **kwargs,
        )


class SummaryJson(SummaryDetail):
    """The version that holds as JSON, for machines."""

    def get(self, request, *args, **kwargs):
        """Write the public figures and decisions."""
        data = machine_readable(self.get_object())
        return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})


class SummaryCsv(SummaryDetail):
    """The figures of the version that holds as a table."""

    def get(self, request, *args, **kwargs):
        """Stream a row per theme, breakdown and group."""
        summary = self.get_object()
        header = [_("Theme"), _("Position"), _("Breakdown"), _("Group"), _("Voices")]
        return stream_csv(f"pidsumok-{summary.slug}", header, export_rows(summary))
