"""The working-day calendar, kept by the head and the administrator."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from core.models import CalendarDay, DayKind, MartialLawPeriod

DAY_HELP = _(
    "Public holidays of the Labour Code are built in: do not enter them. Enter only what an act changes. "
    "Saving counts all open terms anew and leaves a note in each case whose date moves."
)
PERIOD_HELP = _(
    "During martial law public holidays are ordinary working days. When it ends, enter the last day and the act; "
    "saving counts all open terms anew."
)


class CalendarDayViewSet(ModelViewSet):
    """Days off, working weekends and local closures."""

    model = CalendarDay
    icon = "calendar"
    menu_label = _("Special days")
    index_results_template_name = "core/calendarday/index_results.html"
    list_display = [
        "date",
        StatusTagColumn(
            "get_kind_display",
            label=_("Kind"),
            primary=lambda day: day.kind == DayKind.WORKING_WEEKEND,
            sort_key="kind",
        ),
        "name",
        "act",
    ]
    list_filter = {"kind": ["exact"], "date": ["year"]}
    search_fields = ["name", "act"]
    ordering = ["-date"]
    list_export = ["date", "kind", "name", "act"]
    export_filename = "special-days"
    copy_view_enabled = False
    panels = [
        HelpPanel(content=DAY_HELP),
        FieldPanel("date"),
        FieldPanel("kind"),
        FieldPanel("name", help_text=_("What people will read beside the date, for example “Day off after Easter”.")),
        FieldPanel("act"),
    ]


class MartialLawPeriodViewSet(ModelViewSet):
    """Periods of martial law."""

    model = MartialLawPeriod
    icon = "warning"
    menu_label = _("Martial law")
    index_results_template_name = "core/martiallawperiod/index_results.html"
    list_display = [
        "first_day",
        Column("last_day", label=_("Last day"), accessor=lambda period: period.last_day or _("not ended")),
        "act",
    ]
    ordering = ["-first_day"]
    copy_view_enabled = False
    panels = [HelpPanel(content=PERIOD_HELP), FieldPanel("first_day"), FieldPanel("last_day"), FieldPanel("act")]


class CalendarGroup(ViewSetGroup):
    """One entry of the menu for both."""

    menu_label = _("Calendar")
    menu_icon = "calendar"
    menu_order = 810
    items = (CalendarDayViewSet("special_days"), MartialLawPeriodViewSet("martial_law"))
