"""What this package registers when the site starts."""

from django.db import connections
from django.db.models.signals import post_migrate

from cms.ready import is_last_app
from home.models import HomePage
from home.tree import ensure_tree


def register():
    """Make the skeleton of the site whenever a database is made."""
    post_migrate.connect(make_tree, dispatch_uid="home.make_tree")


def make_tree(sender, using="default", **kwargs):
    """Make the skeleton after the last app, if the table of front pages exists (a partial `migrate` may stop before it)."""
    if is_last_app(sender) and HomePage._meta.db_table in connections[using].introspection.table_names():
        ensure_tree()
