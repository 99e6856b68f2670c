"""The inbox: one list for everything that residents sent in."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_modeladmin.views import HistoryView, IndexView, InspectView

from casework.exports import FORMATS, export_cases
from casework.staff.queries import MOST_FOUND, InboxQuery, Rows
from casework.staff.tabs import QUARANTINE, counts


class InboxView(IndexView):
    """Tabs, search, filters, pages and export over the cases that the reader works with.

    The query string is met by `InboxQuery`; modeladmin's own reading of it, which hands lookups to the ORM, is not used.
    """

    def dispatch(self, request, *args, **kwargs):
        """Show the list or stream the export."""
        if not self.permission_helper.user_can_list(request.user):
            raise PermissionDenied
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        now = timezone.now()
        query = InboxQuery.read(request.GET, user=request.user)
        if request.GET.get("export") in FORMATS:
            cases = query.cases(now).order_by(*query.order_by())
            return export_cases(cases, request.GET["export"], user=request.user)
        return TemplateResponse(request, self.get_template_names(), self.inbox(request, query, now))

    def inbox(self, request, query, now):
        """The context of the list."""
        ids = query.ids(now)
        numbers = counts(request.user, query.tabs, now)
        return {
            "view": self,
            "query": query,
            "tab": query.open_tab,
            "tabs": [{"tab": tab, "count": numbers.get(tab.key)} for tab in query.tabs],
            "page": Rows(ids, self.model_admin.list_per_page).get_page(query.values["page"]),
            "found_too_many": isinstance(ids, list) and len(ids) > MOST_FOUND,
            "filters_open": bool(set(query.chosen) - {"tab", "page", "q"}),
            "can_release": query.open_tab is QUARANTINE,
            "formats": list(FORMATS),
            "now": now,
        }


class CaseInspectView(InspectView):
    """Facts of one case, without what opens it to others."""

    def get_meta_title(self):
        """The number of the case."""
        return str(self.instance)

    def get_field_display_value(self, field_name, field=None):
        """The procedure by its name, truth in words, the rest as modeladmin does."""
        if field_name == "procedure":
            return self.instance.rules.label
        value = getattr(self.instance, field_name)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return super().get_field_display_value(field_name, field)


class CaseHistoryView(HistoryView):
    """What staff did with a case outside its procedure: files read, for example."""

    def get_meta_title(self):
        """The number of the case."""
        return _("History of %(number)s") % {"number": self.instance}
