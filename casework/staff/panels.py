"""What waits, on the first screen of the admin."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from casework.staff.access import works_cases
from casework.staff.tabs import ALL, counts, tabs_for


class WaitingCases(Component):
    """Tiles with the number of cases in every tab of the inbox; one query."""

    name = "casework_waiting"
    template_name = "casework/staff/panel.html"
    order = 10

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        """Give the tiles."""
        tabs = [tab for tab in tabs_for(self.user) if tab is not ALL]
        numbers = counts(self.user, tabs)
        inbox = reverse("vkhidni_modeladmin_index")
        return {
            "inbox_url": inbox,
            "tiles": [
                {
                    "label": tab.label,
                    "value": numbers[tab.key],
                    "url": f"{inbox}?tab={tab.key}",
                    "tone": tab.tone if numbers[tab.key] else "",
                }
                for tab in tabs
            ],
        }


def add_panel(request, panels):
    """Put the panel first for those who work with cases."""
    if works_cases(request.user):
        panels.insert(0, WaitingCases(request.user))
