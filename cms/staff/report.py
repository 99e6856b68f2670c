"""The frame of our reports: a filter that cannot break, a table, pages, a download."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views import View
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.exports import stream_csv, stream_xlsx
from core.query import PageField, QueryForm, paginate

DOWNLOADS = {"csv": stream_csv, "xlsx": stream_xlsx}
PER_PAGE = 50


def publishes(user):
    """Does this member of staff write or publish pages?"""
    return user.is_active and PagePermissionPolicy().user_has_any_permission(user, {"add", "change", "publish"})


class ReportQuery(QueryForm):
    """The base of filters: the number of the page."""

    page = PageField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["page"].widget = self.fields["page"].hidden_widget()


class Report(View):
    """GET shows the report, `?download=csv` or `xlsx` gives the same rows as a file."""

    title = lead = empty = ""
    filename = "report"
    form_class = ReportQuery
    template_name = "cms/staff/report.html"
    header = ()

    def dispatch(self, request, *args, **kwargs):
        """Only those who write or publish."""
        if not publishes(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def rows(self, values):
        """The rows for the filter's values; a list or a queryset with a full order."""
        raise NotImplementedError

    def line(self, row):
        """The cells of one row for the download."""
        raise NotImplementedError

    def extra(self, rows):
        """More for the template."""
        return {}

    def get(self, request, **kwargs):
        """Answer with the page or the file."""
        form = self.form_class.read(request.GET)
        rows = self.rows(form.values)
        download = DOWNLOADS.get(request.GET.get("download", ""))
        if download:
            return download(self.filename, [str(label) for label in self.header], (self.line(row) for row in rows))
        context = {
            "report": self,
            "form": form,
            "has_filter": bool(form.visible_fields()),
            "page_obj": paginate(rows, form, PER_PAGE),
            "downloads": self.downloads(request),
            **self.extra(rows),
        }
        return render(request, self.template_name, context)

    def downloads(self, request):
        """Addresses of the same rows as files: (label, address)."""
        query = request.GET.copy()
        query.pop("page", None)
        found = []
        for name in DOWNLOADS:
            query["download"] = name
            found.append((name.upper(), f"?{query.urlencode()}"))
        return found
