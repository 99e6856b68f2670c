"""Addresses, menu entries and hooks of the editorial machinery; `connect()` registers them."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms import publishing

from . import checking, drafts, links, opinions, ready, schedule
from .report import publishes

REPORTS = [
    ("cms_checking", _("Due for checking"), "check", checking.CheckingReport),
    ("cms_ready", _("What keeps pages from going live"), "warning", ready.ReadyReport),
    ("cms_links", _("Broken links"), "link", links.LinksReport),
    ("cms_opinions", _("Was it useful"), "comment", opinions.OpinionsReport),
    ("cms_schedule", _("Coming and going"), "calendar", schedule.ScheduleReport),
]


class ReportMenuItem(MenuItem):
    """Shown to those who write or publish pages."""

    def is_shown(self, request):
        """Whether the person does."""
        return publishes(request.user)


def urls():
    """Staff addresses."""
    reports = [path(f"zvity/{name.removeprefix('cms_')}/", view.as_view(), name=name) for name, _l, _i, view in REPORTS]
    return [
        *reports,
        path("zvity/opinions/<int:pk>/", opinions.LinesReport.as_view(), name="cms_opinion_lines"),
        path("zvity/links/now/", links.check_links_now, name="cms_links_now"),
        path("checked/<int:pk>/", checking.checked_today, name="cms_checked_today"),
        path("chernetky/<int:pk>/", drafts.links, name="cms_draft_links"),
        path("chernetky/<int:pk>/close/", drafts.close, name="cms_draft_link_close"),
    ]


def _entry(name, label, icon, order):
    return lambda: ReportMenuItem(label, reverse(name), icon_name=icon, order=order, name=name.replace("_", "-"))


def connect():
    """Register everything with Wagtail."""
    hooks.register("register_admin_urls", urls)
    for order, (name, label, icon, _view) in enumerate(REPORTS, start=100):
        hooks.register("register_reports_menu_item", _entry(name, label, icon, order))
    hooks.register("register_page_action_menu_item", drafts.DraftLinkMenuItem)
    hooks.register("register_bulk_action", checking.CheckedTodayBulkAction)
    hooks.register("before_publish_page", publishing.keep_draft)
    hooks.register("before_bulk_action", publishing.look_before_bulk)
    hooks.register("after_publish_page", links.warn_of_links)
