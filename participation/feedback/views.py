"""The public pages of summarised feedback."""

from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from core.exports import stream_csv
from participation.feedback.models import Summary
from participation.feedback.reading import export_rows, for_page, machine_readable


class SummaryList(ListView):
    """All published summaries, the newest first."""

    template_name = "feedback/list.html"
    context_object_name = "summaries"
    paginate_by = 20

    def get_queryset(self):
        """Published versions with what their cards print."""
        return Summary.objects.published().select_related("unit").prefetch_related("themes__measures")

    def paginate_queryset(self, queryset, page_size):
        """Read the page from a stranger's query: an impossible page is the nearest possible one."""
        paginator = self.get_paginator(queryset, page_size)
        page = paginator.get_page(self.request.GET.get("page"))
        return paginator, page, page.object_list, page.has_other_pages()


class SummaryDetail(DetailView):
    """One summary: themes, figures, positions, measures, earlier versions."""

    template_name = "feedback/detail.html"
    context_object_name = "summary"

    def get_object(self, queryset=None):
        """The version that holds, or the one named in the address. Raises Http404."""
        versions = (
            Summary.objects.ever_published().filter(slug=self.kwargs["slug"]).select_related("unit", "approved_by")
        )
        number = self.kwargs.get("version")
        found = versions.filter(version=number) if number else versions.order_by("-version")
        summary = found.first()
        if summary is None:
            raise Http404
        return summary

    def get_context_data(self, **kwargs):
        """Add the themes with their public figures and the other versions."""
        others = Summary.objects.ever_published().filter(series=self.object.series).exclude(pk=self.object.pk)
        return super().get_context_data(content=for_page(self.object), versions=others.order_by("-version"), **kwargs)


class SummaryJson(SummaryDetail):
    """The same as JSON, for machines."""

    def render_to_response(self, context, **kwargs):
        """Write the public figures and decisions."""
        return JsonResponse(machine_readable(self.object), json_dumps_params={"ensure_ascii": False, "indent": 1})


class SummaryCsv(SummaryDetail):
    """The same as a table."""

    def render_to_response(self, context, **kwargs):
        """Stream a row per theme, breakdown and group."""
        header = [_("Theme"), _("Position"), _("Breakdown"), _("Group"), _("Voices")]
        return stream_csv(f"pidsumok-{self.object.slug}", header, export_rows(self.object))
