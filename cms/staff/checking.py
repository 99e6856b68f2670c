"""Report “Due for checking” and the action “Checked today”."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from cms import checking
from cms.models import ReviewedPage

from . import choices
from .report import Report, ReportQuery


class CheckingQuery(ReportQuery):
    """By type, keeper, unit."""

    type = choices.OneOf(label=_("Type"), all_label=_("All types"))
    keeper = choices.OneOf(label=_("Who keeps it"), all_label=_("Anybody"))
    unit = choices.OneOf(label=_("Unit"), all_label=_("All units"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        models = checking.reviewed_models()
        keepers = {key for model in models for key in model.objects.order_by().values_list("keeper_id", flat=True)}
        self.fields["type"].offer(choices.types(models))
        self.fields["keeper"].offer([choices.NOBODY, *choices.people(keepers)])
        self.fields["unit"].offer(choices.units())


class CheckingReport(Report):
    """Published pages whose check-by day has come."""

    title = _("Due for checking")
    lead = _("Published pages whose check-by day has come, or that nobody has checked yet.")
    empty = _("Every page is checked.")
    filename = "due-for-checking"
    form_class = CheckingQuery
    template_name = "cms/staff/checking.html"
    header = (_("Page"), _("Type"), _("Who keeps it"), _("Unit"), _("Checked on"), _("Check by"), _("Address"))

    def rows(self, values):
        """Due pages that pass the filter."""
        return [page for page in checking.due_pages() if self.passes(page, values)]

    def passes(self, page, values):
        """Does the page match every chosen value?"""
        keeper = str(page.keeper_id) if page.keeper_id else "none"
        facts = {"type": page._meta.label_lower, "keeper": keeper, "unit": str(page.responsible_unit_id or "")}
        return all(not values[name] or values[name] == fact for name, fact in facts.items())

    def line(self, page):
        """The cells of the download."""
        return [
            page.title,
            page.get_verbose_name(),
            page.keeper.name if page.keeper else "",
            page.responsible_unit.name if page.responsible_unit else "",
            page.checked_on,
            page.check_due_on,
            page.full_url or "",
        ]

    def extra(self, rows):
        """Today, to count the days."""
        return {"today": timezone.localdate(), "number": len(rows)}


def may_check(user, page):
    """Those who may edit the page say that it is true."""
    return page.permissions_for_user(user).can_edit()


@require_POST
def checked_today(request, pk):
    """One press: the page was compared with the law today and is true."""
    page = get_object_or_404(Page, pk=min(pk, 2**63 - 1)).specific
    if not isinstance(page, ReviewedPage):
        raise Http404
    if not may_check(request.user, page):
        raise PermissionDenied
    page = checking.mark_checked(page, actor=request.user)
    words = gettext("“%(title)s” is checked. The next check is due by %(day)s.")
    messages.success(request, words % {"title": page.title, "day": f"{page.check_due_on:%d.%m.%Y}"})
    back = request.POST.get("next", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "cms_checking")


class CheckedTodayBulkAction(PageBulkAction):
    """The same for several pages of the explorer."""

    display_name = _("Checked today")
    aria_label = _("Mark the chosen pages as checked today")
    action_type = "checked_today"
    template_name = "cms/staff/bulk_checked.html"
    action_priority = 60

    def check_perm(self, page):
        """Only pages that are checked at all and that the person may edit."""
        return isinstance(page.specific, ReviewedPage) and may_check(self.request.user, page)

    def get_execution_context(self):
        """Who says it."""
        return {"user": self.request.user}

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        """Mark each page."""
        for page in objects:
            checking.mark_checked(page, actor=user)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say how many."""
        return ngettext(
            "%(number)d page is marked as checked today",
            "%(number)d pages are marked as checked today",
            num_parent_objects,
        ) % {"number": num_parent_objects}
