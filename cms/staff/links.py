"""Report “Broken links”."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from cms.links import rounds
from cms.models import LinkFinding, Problem
from core.query import SearchField

from . import choices
from .report import Report, ReportQuery, publishes


class LinksQuery(ReportQuery):
    """By words, problem, and whether the link leaves the site."""

    q = SearchField(label=_("Words or address"))
    problem = choices.OneOf(label=_("Problem"), all_label=_("All problems"), choices=Problem.choices)
    where = choices.OneOf(
        label=_("Leads"),
        all_label=_("Anywhere"),
        choices=[("inside", _("within this site")), ("outside", _("to another site"))],
    )


class LinksReport(Report):
    """Broken links of published pages, as the last round found them."""

    title = _("Broken links")
    lead = _(
        "Links of published pages that lead nowhere. They are checked every night; a broken link never stops a page."
    )
    empty = _("No broken links were found.")
    filename = "broken-links"
    form_class = LinksQuery
    template_name = "cms/staff/links.html"
    header = (_("Page"), _("Where in the page"), _("Words of the link"), _("Leads to"), _("Problem"), _("Checked"))

    def rows(self, values):
        """Findings that pass the filter."""
        found = LinkFinding.objects.select_related("page").order_by("page__title", "page_id", "pk")
        if values["q"]:
            words = values["q"]
            found = found.filter(
                Q(target__icontains=words) | Q(words__icontains=words) | Q(page__title__icontains=words)
            )
        if values["problem"]:
            found = found.filter(problem=values["problem"])
        if values["where"]:
            found = found.filter(is_external=values["where"] == "outside")
        return found

    def line(self, finding):
        """The cells of the download."""
        facts = (finding.words, finding.target, finding.get_problem_display(), finding.checked_at)
        return [finding.page.title, finding.place, *facts]


@require_POST
def check_links_now(request):
    """Make the round at once."""
    if not publishes(request.user):
        raise PermissionDenied
    number = rounds.check_everything()
    words = ngettext("Checked: %(number)d broken link", "Checked: %(number)d broken links", number)
    messages.success(request, words % {"number": number})
    return redirect("cms_links")


def warn_of_links(request, page):
    """Wagtail's hook after publication: name broken links within the site; the page is published all the same."""
    found = rounds.broken_inside(page.specific)
    if found:
        words = ngettext(
            "The page is published, but a link in it leads nowhere: %(links)s",
            "The page is published, but links in it lead nowhere: %(links)s",
            len(found),
        )
        messages.warning(request, words % {"links": "; ".join(rounds.words_of(found)[:5])})
