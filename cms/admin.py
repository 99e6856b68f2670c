"""How alerts and topics look in the staff interface."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Alert, ContentTag, NewsTopic


class AlertViewSet(SnippetViewSet):
    """Alerts, the graver first."""

    model = Alert
    icon = "warning"
    menu_label = _("Alerts")
    menu_order = 250
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("get_severity_display", label=_("Severity"), sort_key="severity"),
        "go_live_at",
        "expire_at",
    ]
    list_filter = ["severity", "dismissible"]
    ordering = ["-expire_at", "-pk"]
    inspect_view_enabled = True


class NewsTopicViewSet(SnippetViewSet):
    """Topics of news."""

    model = NewsTopic
    icon = "tag"
    list_display = ["name", "name_en", "slug"]


class ContentTagViewSet(SnippetViewSet):
    """Tags; merging is left to the rule that equal addresses are one tag."""

    model = ContentTag
    icon = "tag"
    list_display = ["name", "slug"]
