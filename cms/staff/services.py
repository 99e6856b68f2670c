"""How services, their notices, providers and audiences look in the staff interface."""

import django_filters
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import permission_denied, user_has_any_page_permission
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.models import Audience, ServiceNotice, ServicePage, ServiceProvider

CHECKS = [("due", _("due for checking")), ("fresh", _("checked in time"))]
STATES = [("live", _("published")), ("draft", _("not published")), ("changed", _("with unpublished changes"))]
APPLICANTS = [
    ("for_people", _("individuals")),
    ("for_sole_traders", _("sole traders")),
    ("for_companies", _("legal entities")),
]


class ServiceFilterSet(WagtailFilterSet):
    """Provider, audience, kind of applicant, state of checking, state of publication."""

    provider = django_filters.ModelMultipleChoiceFilter(
        label=_("Provider"), queryset=ServiceProvider.objects.all(), widget=CheckboxSelectMultiple
    )
    audiences = django_filters.ModelMultipleChoiceFilter(
        label=_("Audience"), queryset=Audience.objects.all(), widget=CheckboxSelectMultiple
    )
    applicant = django_filters.ChoiceFilter(
        label=_("Who may apply"), method="of_applicant", choices=APPLICANTS, empty_label=_("All"), widget=RadioSelect
    )
    check = django_filters.ChoiceFilter(
        label=_("Checking"), method="of_check", choices=CHECKS, empty_label=_("All"), widget=RadioSelect
    )
    state = django_filters.ChoiceFilter(
        label=_("Publication"), method="of_state", choices=STATES, empty_label=_("All"), widget=RadioSelect
    )

    class Meta:
        model = ServicePage
        fields = []

    def of_applicant(self, rows, name, value):
        """Services that this kind of applicant may ask for."""
        return rows.filter(**{value: True})

    def of_check(self, rows, name, value):
        """Services whose check-by day has come, or the others."""
        due = ServicePage.objects.due_for_checking().values("pk")
        return rows.filter(pk__in=due) if value == "due" else rows.exclude(pk__in=due)

    def of_state(self, rows, name, value):
        """Published, not published, or published with something newer waiting."""
        wanted = {
            "live": {"live": True},
            "draft": {"live": False},
            "changed": {"live": True, "has_unpublished_changes": True},
        }
        return rows.filter(**wanted[value])


class ServiceIndexView(IndexView):
    """The flat list of services; its words are looked for in the folded column, for SQLite knows no Ukrainian capitals."""

    def get_base_queryset(self):
        """Bring the providers of a page of the list at once."""
        return super().get_base_queryset().prefetch_related("provider")

    def search_queryset(self, queryset):
        """Every word in the title, lead, code or everyday names."""
        if not self.is_searching:
            return queryset
        found = queryset.found_by(self.search_query)
        return found if self.is_explicitly_ordered else found.by_name()


class ServiceParentView(ChooseParentView):
    """Where a new service goes; closed to those who edit no page, whom Wagtail would let look."""

    def dispatch(self, request, *args, **kwargs):
        """Send strangers away."""
        if not user_has_any_page_permission(request.user):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)


def check_state(page):
    """When the page is to be checked, in words."""
    if page.check_due_on is None:
        return gettext("never checked")
    day = date_format(page.check_due_on, "j.m.Y")
    return (gettext("due since %(day)s") if page.is_due_for_checking() else gettext("by %(day)s")) % {"day": day}


class ServicesItem(MenuItem):
    """«Послуги» in the menu of those who edit pages."""

    def is_shown(self, request):
        """Whether this person edits any page."""
        return user_has_any_page_permission(request.user)


class ServicePageListing(PageListingViewSet):
    """All services, whatever branch of the tree they stand in."""

    model = ServicePage
    index_view_class = ServiceIndexView
    choose_parent_view_class = ServiceParentView
    icon = "list-ul"
    menu_label = _("Services")
    menu_order = 110
    name = "services"
    url_prefix = "posluhy"
    add_to_admin_menu = True
    menu_item_class = ServicesItem
    filterset_class = ServiceFilterSet
    ordering = ["sort_key", "pk"]
    list_per_page = 30
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="sort_key", classname="title"),
        Column("code", label=_("Code"), sort_key="code"),
        Column("provider", label=_("Provider"), sort_key="provider__name"),
        Column("check", label=_("Checking"), accessor=check_state, sort_key="check_due_on"),
        DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
        PageStatusColumn("status", label=_("Status"), sort_key="live"),
    ]


def notice_is_in_force(notice):
    """Whether readers see the notice now, in words."""
    now = timezone.now()
    if notice.since > now:
        return gettext("not yet")
    return gettext("over") if notice.until and notice.until <= now else gettext("shown now")


class ServiceNoticeViewSet(SnippetViewSet):
    """Notices, the newest first."""

    model = ServiceNotice
    icon = "warning"
    menu_label = _("Service notices")
    menu_order = 251
    add_to_admin_menu = True
    list_display = [
        "text",
        "service",
        Column("get_state_display", label=_("State"), sort_key="state"),
        "since",
        "until",
        Column("in_force", label=_("Shown"), accessor=notice_is_in_force),
    ]
    list_filter = ["state"]
    search_fields = ["text"]
    ordering = ["-since", "-pk"]
    inspect_view_enabled = True

    def get_queryset(self, request):
        """Bring the services of a page of the list at once."""
        return ServiceNotice.objects.select_related("service")


class ServiceProviderViewSet(SnippetViewSet):
    """Providers by name."""

    model = ServiceProvider
    icon = "group"
    list_display = ["name", "phone", "email", "agreement"]
    inspect_view_enabled = True


class AudienceViewSet(SnippetViewSet):
    """Audiences in the order of the catalogue."""

    model = Audience
    icon = "user"
    list_display = ["name", "name_en", "order"]
    search_fields = ["name", "name_en"]
    ordering = ["order", "name", "pk"]


SNIPPETS = (ServiceNoticeViewSet, ServiceProviderViewSet, AudienceViewSet)
