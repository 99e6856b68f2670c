"""The rights that do not belong to any room, and when all rights are written."""

from django.apps import apps
from django.db.models.signals import post_migrate, post_save

from .roles import Role, grant, grant_collections, grant_pages, sync_roles

MANAGED = [
    f"accounts.{action}_{model}"
    for model in ("unit", "settlement", "starostadistrict")
    for action in ("add", "change", "delete", "view")
]
MEDIA = [
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
]


CORE = [
    f"core.{action}_{model}"
    for model in ("calendarday", "martiallawperiod")
    for action in ("add", "change", "delete", "view")
]


def register():
    """Grant what this package knows of, and write all rights whenever the database is made or a site moves."""
    for role in Role:
        grant(role, "wagtailadmin.access_admin")
    grant(Role.DESK_OPERATOR, "accounts.verify_resident")
    grant(Role.ADMINISTRATOR, "accounts.add_user", "accounts.change_user", "accounts.view_user", *MANAGED)
    grant(Role.ADMINISTRATOR, *CORE, "core.view_letter", "core.change_letter", "core.view_mailaddress")
    grant(Role.HEAD, *CORE)
    grant_pages(Role.EDITOR, "add", "change")
    grant_pages(Role.PRESS_OFFICER, "add", "change", "publish")
    grant_pages(Role.HEAD, "add", "change", "publish", "bulk_delete", "lock", "unlock")
    for role in (Role.EDITOR, Role.PRESS_OFFICER, Role.HEAD):
        grant_collections(role, *MEDIA)
    post_migrate.connect(after_last_app, dispatch_uid="accounts.sync_roles")
    post_save.connect(after_site, sender="wagtailcore.Site", dispatch_uid="accounts.sync_roles.site")


def after_last_app(sender, **kwargs):
    """Write the rights once, when the permissions of every app exist."""
    with_models = [config for config in apps.get_app_configs() if config.models_module is not None]
    if sender is with_models[-1]:
        sync_roles()


def after_site(sender, raw=False, **kwargs):
    """A site's front page moved: the rights on pages move with it."""
    if not raw:
        sync_roles(is_complete=False)
