"""Wagtail's log of the whole site opens to everyone who may enter the admin; here only to those whose work it is.

An official would otherwise see in it that cases of other units were changed.
"""

from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access, user_has_any_page_permission, user_passes_test
from wagtail.admin.views.reports.audit_logging import LogEntriesView


def may_read(user):
    """Whether the person publishes pages or keeps accounts."""
    return user_has_any_page_permission(user) or user.has_perm("accounts.change_user")


def guarded(view):
    """Let only those in who may read the log."""
    return never_cache(require_admin_access(user_passes_test(may_read)(view)))


site_history = guarded(LogEntriesView.as_view())
site_history_results = guarded(LogEntriesView.as_view(results_only=True))
