"""What the machinery adds to Wagtail's admin."""

from wagtail import hooks

from core.audit import register_log_actions
from core.staff.letters import OutboxGroup
from core.staff.working_calendar import CalendarGroup
from core.styles import admin_link

hooks.register("register_log_actions", register_log_actions)
hooks.register("insert_global_admin_css", admin_link)
hooks.register("register_admin_viewset", CalendarGroup)
hooks.register("register_admin_viewset", OutboxGroup)
