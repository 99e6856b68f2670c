"""How the staff's inbox looks: a list of wagtail_modeladmin that only reads; cases change by their own buttons."""

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.urls import re_path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from casework.models import Case
from casework.staff.access import workable_case, works_cases
from casework.staff.inbox import CaseHistoryView, CaseInspectView, InboxView

INSPECTED = [
    "number",
    "procedure",
    "state",
    "outcome",
    "channel",
    "received_at",
    "registered_at",
    "due_at",
    "decided_at",
    "closed_at",
    "answered_late",
    "settlement",
    "unit",
    "assignee",
    "filed_by",
    "public_title",
    "public_text",
    "text",
    "visibility",
    "is_quarantined",
    "suspicion",
]


class CasePermissionHelper(PermissionHelper):
    """Rows, not permissions, decide; nobody makes, edits or deletes a case from a list."""

    def user_can_list(self, user):
        """Whoever works with cases."""
        return works_cases(user)

    def user_can_create(self, user):
        """Cases begin with a form, never with an empty record."""
        return False

    def user_can_inspect_obj(self, user, obj):
        """Whoever works with this very case."""
        return obj.is_staffed_by(user)

    def user_can_edit_obj(self, user, obj):
        """A case changes by its transitions only."""
        return False

    def user_can_delete_obj(self, user, obj):
        """The register forgets nothing."""
        return False


class CaseUrlFinder:
    """Where Wagtail's reports find a case: at its screen, for whoever works with it."""

    def __init__(self, user):
        self.user = user

    def get_edit_url(self, case):
        """The address of the case screen, or None."""
        return reverse("casework_staff:case", args=[case.pk]) if case.is_staffed_by(self.user) else None


class CaseInbox(ModelAdmin):
    """«Вхідні»: what waits for the reader."""

    model = Case
    menu_label = _("Inbox")
    menu_item_name = "vkhidni"
    menu_icon = "tasks"
    menu_order = 50
    base_url_path = "vkhidni"
    permission_helper_class = CasePermissionHelper
    index_view_class = InboxView
    inspect_view_class = CaseInspectView
    history_view_class = CaseHistoryView
    inspect_view_enabled = True
    inspect_view_fields = INSPECTED
    inspect_template_name = "casework/staff/inspect.html"
    history_template_name = "casework/staff/history.html"
    index_template_name = "casework/staff/inbox.html"
    list_per_page = 50
    empty_value_display = "—"

    def get_queryset(self, request):
        """The cases that the reader works with."""
        return Case.objects.workable_by(request.user).select_related("unit", "assignee", "settlement", "filed_by")

    def inspect_view(self, request, instance_pk):
        """Facts of one case, for whoever works with it; for others there is no such case."""
        return super().inspect_view(request, str(self._reachable(request, instance_pk).pk))

    def history_view(self, request, instance_pk):
        """What staff did with one case, for whoever works with it."""
        return super().history_view(request, str(self._reachable(request, instance_pk).pk))

    def _reachable(self, request, pk):
        """The case, before modeladmin would look for it among all. Raises PermissionDenied or Http404."""
        if not works_cases(request.user):
            raise PermissionDenied
        return workable_case(request.user, pk)

    def get_admin_urls_for_registration(self):
        """The list, inspection and history; there is no address for making, editing or deleting."""
        views = {"index": self.index_view, "inspect": self.inspect_view, "history": self.history_view}
        return tuple(
            re_path(self.url_helper.get_action_url_pattern(name), view, name=self.url_helper.get_action_url_name(name))
            for name, view in views.items()
        )

    def get_permissions_for_registration(self):
        """Nothing to tick in the editor of groups: a tick would change nothing."""
        return Permission.objects.none()

    def register_admin_url_finders(self):
        """Lead Wagtail's reports to the case screen."""
        register_admin_url_finder(Case, CaseUrlFinder)

    def register_indexing(self):
        """Cases are not content: Wagtail's index of references has no use for them."""
