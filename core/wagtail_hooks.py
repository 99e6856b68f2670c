"""What the machinery adds to Wagtail's admin."""

from wagtail import hooks

from core.audit import register_log_actions

hooks.register("register_log_actions", register_log_actions)
