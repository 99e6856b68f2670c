"""What this package registers when the site starts."""

from django.apps import apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role, grant
from cms import (
    addresses,
    closures,
    consents,
    editors_rights,
    engagement,
    handbook_rights,
    jobs,
    paper_rights,
    people_rights,
    place_rights,
    services_rights,
)
from cms.addresses import page_address
from cms.samples import ready as samples_ready
from cms.site import provide_alerts, provide_community
from cms.workflow import ensure_workflow
from core import styles
from core.site import register_footer, register_navigation, register_provider
from core.workdays import calendar_changed

JOBS = [jobs.publish_scheduled, *editors_rights.JOBS]
PUBLISHERS = (Role.EDITOR, Role.PRESS_OFFICER, Role.HEAD)


def register():
    """Rights, header and footer, style, the workflow, the answer to a changed calendar."""
    styles.register_part("content", is_usual=True)
    for role in PUBLISHERS:
        grant(
            role, *_rights("newstopic", "add", "change", "view"), *_rights("alert", "add", "change", "delete", "view")
        )
    editors_rights.register()
    grant(Role.HEAD, *_rights("newstopic", "delete"), *_rights("sitesettings", "change"))
    grant(Role.ADMINISTRATOR, *_rights("sitesettings", "change"))
    services_rights.register()
    paper_rights.register()
    place_rights.register()
    register_provider(provide_community)
    register_provider(provide_alerts)
    calendar_changed.connect(closures.forget, dispatch_uid="cms.closures.forget")
    post_migrate.connect(make_workflow, dispatch_uid="cms.make_workflow")
    addresses.connect()
    samples_ready.register()
    people_rights.register()
    consents.register()
    handbook_rights.register()
    engagement.register()
    _register_links()


def _rights(model, *actions):
    return [f"cms.{action}_{model}" for action in actions]


def _register_links():
    """Links to pages that home makes with the site."""
    register_navigation(10, _("Services"), page_address("posluhy"))
    register_navigation(15, _("Where and when"), page_address("tsentry"))
    register_navigation(40, _("News"), page_address("novyny"))
    register_navigation(50, _("Contacts"), page_address("kontakty"))
    community = _("Community")
    register_footer(60, community, _("Documents"), page_address("dokumenty"))
    register_footer(61, community, _("Projects"), page_address("proiekty"))
    register_footer(62, community, _("Partners"), page_address("partnery"))
    register_footer(63, community, _("Success stories"), page_address("istorii"))
    about = _("About the site")
    register_footer(90, about, _("Accessibility"), page_address("dostupnist"))
    register_footer(91, about, _("Personal data"), page_address("personalni-dani"))


def make_workflow(sender, **kwargs):
    """After the last app: every table exists by then."""
    if is_last_app(sender):
        ensure_workflow()


def is_last_app(sender):
    """Tell whether `post_migrate` speaks of the last app, so that tables and permissions of all others exist."""
    with_models = [config for config in apps.get_app_configs() if config.models_module is not None]
    return sender is with_models[-1]
