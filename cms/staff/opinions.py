"""Report “Was it useful”: shares by page, and the lines of one page."""

from django import forms
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms import opinions
from cms.models import PageOpinion
from core.query import SearchField

from .report import Report, ReportQuery


class Day(forms.DateField):
    """A day of the filter."""

    def __init__(self, **options):
        super().__init__(required=False, widget=forms.DateInput(attrs={"type": "date"}), **options)


class OpinionsQuery(ReportQuery):
    """By title and days."""

    q = SearchField(label=_("Title of the page"))
    since = Day(label=_("From"))
    until = Day(label=_("Until"))


class OpinionsReport(Report):
    """One row per page."""

    title = _("Was it useful")
    lead = _("What readers answered under the pages. Nobody is asked who they are.")
    empty = _("Nobody has answered yet.")
    filename = "opinions"
    form_class = OpinionsQuery
    template_name = "cms/staff/opinions.html"
    header = (_("Page"), _("Answers"), _("Yes, useful"), _("Share of yes, %"), _("Lines"), _("Last answer"))

    def rows(self, values):
        """Pages with answers, those with most answers first."""
        found = opinions.by_page(since=values["since"], until=values["until"])
        found = found.filter(page__title__icontains=values["q"]) if values["q"] else found
        return [{**row, "share": opinions.share(row["yes"], row["total"])} for row in found]

    def line(self, row):
        """The cells of the download."""
        return [row["page__title"], row["total"], row["yes"], row["share"], row["lines"], row["last"]]


class LinesReport(Report):
    """The answers of one page with their lines, and its weeks."""

    lead = _("Answers of one page, the newest first. Lines are kept for a year.")
    empty = _("Nobody has answered yet.")
    filename = "opinions-of-page"
    template_name = "cms/staff/opinion_lines.html"
    header = (_("Day"), _("Useful"), _("What to make better"))

    def dispatch(self, request, *args, pk, **kwargs):
        """Find the page."""
        self.page = Page.objects.filter(pk=min(pk, 2**63 - 1)).first()
        if self.page is None:
            raise Http404
        self.title = self.page.title
        return super().dispatch(request, *args, **kwargs)

    def rows(self, values):
        """All answers of the page."""
        return PageOpinion.objects.filter(page=self.page).order_by("-day", "-pk")

    def line(self, opinion):
        """The cells of the download."""
        return [opinion.day, opinion.useful, opinion.text]

    def extra(self, rows):
        """The weeks as a chart: the share of yes."""
        weeks = opinions.by_week(self.page)
        chart = [
            (f"{monday:%d.%m}", opinions.share(yes, total) if total else None, f"{yes} / {total}" if total else "–")
            for monday, yes, total in weeks
        ]
        return {"page": self.page, "weeks": chart}
