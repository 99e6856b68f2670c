"""Situations, guides and phones in the staff interface: flat lists with filters, and “checked today” for many phones at once."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.log_actions import log
from wagtail.permissions import page_permission_policy
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.models import GuidePage, PhoneGroup, ProblemGuidePage, SituationPage, UsefulPhone

CHANGE = "cms.change_usefulphone"
DUE = [("due", _("due for checking"))]
UNCHECKED = [("old", _("not checked for long"))]


class PagesMenuItem(MenuItem):
    """Shown to those who may do something with pages."""

    def is_shown(self, request):
        """Whether the person keeps pages at all."""
        return page_permission_policy.user_has_any_permission(request.user, ("add", "change", "publish"))


class DueFilterSet(PageFilterSet):
    """Pages that wait for somebody to compare them with the law."""

    due = django_filters.ChoiceFilter(choices=DUE, label=_("Checking"), method="by_due")

    def by_due(self, rows, name, value):
        """Only those whose day has come."""
        return rows.due_for_checking()


def due_day(page):
    """The day itself: Wagtail's column of dates calls every day to come “just now”."""
    return date_format(page.check_due_on, "d.m.Y") if page.check_due_on else _("never checked")


class CheckedPagesViewSet(PageListingViewSet):
    """A flat list of pages that are checked from time to time."""

    add_to_admin_menu = False
    filterset_class = DueFilterSet
    columns = [
        *PageListingViewSet.index_view_class.base_columns[:2],
        Column("check_due_on", label=_("Check by"), accessor=due_day, sort_key="check_due_on", width="12%"),
        *[column for column in PageListingViewSet.index_view_class.base_columns[3:] if column.name != "type"],
    ]

    @cached_property
    def menu_item_class(self):
        """Only for those who keep pages."""
        return PagesMenuItem


class SituationListingViewSet(CheckedPagesViewSet):
    """All life situations."""

    model = SituationPage
    name = "situations"
    url_prefix = "zhyttievi-sytuatsii"
    icon = "tasks"
    menu_label = _("Life situations")


class GuideListingViewSet(CheckedPagesViewSet):
    """All guides of the handbook."""

    model = GuidePage
    name = "guides"
    url_prefix = "posibnyky"
    icon = "list-ol"
    menu_label = _("Guides")


class ProblemListingViewSet(CheckedPagesViewSet):
    """All ways out of trouble."""

    model = ProblemGuidePage
    name = "problem_guides"
    url_prefix = "shcho-robyty"
    icon = "help"
    menu_label = _("What to do when…")


class PhoneFilterSet(WagtailFilterSet):
    """Group, cost, shown or not, and those that nobody has called for long."""

    group = django_filters.MultipleChoiceFilter(choices=PhoneGroup.choices, label=_("Group"))
    checking = django_filters.ChoiceFilter(choices=UNCHECKED, label=_("Checking"), method="by_checking")

    class Meta:
        model = UsefulPhone
        fields = ["is_free", "is_shown", "is_demo"]

    def by_checking(self, rows, name, value):
        """Only those not checked for long."""
        return rows.unchecked()


class CheckedColumn(Column):
    """The day of the last check, with a warning when it was long ago."""

    cell_template_name = "cms/staff/checked_cell.html"


class PhoneViewSet(SnippetViewSet):
    """Useful phones."""

    model = UsefulPhone
    icon = "mobile-alt"
    menu_label = _("Useful phones")
    list_display = [
        "name",
        "number",
        Column("get_group_display", label=_("Group"), sort_key="group"),
        CheckedColumn("checked_on", label=_("Checked"), accessor=lambda phone: phone, sort_key="checked_on"),
    ]
    filterset_class = PhoneFilterSet
    ordering = ["group", "order", "name", "pk"]
    list_per_page = 50
    inspect_view_enabled = True


class HandbookGroup(SnippetViewSetGroup):
    """One entry of the staff menu."""

    items = (SituationListingViewSet, GuideListingViewSet, ProblemListingViewSet, PhoneViewSet)
    menu_label = _("Handbook")
    menu_icon = "help"
    menu_name = "handbook"
    menu_order = 230


class CheckedTodayBulkAction(SnippetBulkAction):
    """Somebody has called all these numbers."""

    display_name = _("Checked today")
    action_type = "checked_today"
    aria_label = _("Mark the chosen phones as checked today")
    template_name = "cms/staff/checked_today.html"
    action_priority = 10
    models = [UsefulPhone]

    def check_perm(self, obj):
        """Those who may change phones."""
        return self.request.user.has_perm(CHANGE)

    def get_execution_context(self):
        """Let the action know who did it."""
        return {**super().get_execution_context(), "user": self.request.user}

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        """Write today's day and the log; raise PermissionDenied for those who may not."""
        if user is None or not user.has_perm(CHANGE):
            raise PermissionDenied
        UsefulPhone.objects.filter(pk__in=[phone.pk for phone in objects]).update(checked_on=timezone.localdate())
        for phone in objects:
            log(phone, "wagtail.edit", user=user)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say how many."""
        return ngettext(
            "%(number)s phone is marked as checked today.",
            "%(number)s phones are marked as checked today.",
            num_parent_objects,
        ) % {"number": num_parent_objects}
