"""Migrations say everything the models say, go back as they came, and never mix tables with data."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL

from . import tree


def ours():
    labels = {config.label for config in apps.get_app_configs() if config.name.split(".")[0] in tree.PACKAGES}
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return {key: migration for key, migration in loader.disk_migrations.items() if key[0] in labels}


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_the_test_database_has_them_all():
    applied = MigrationLoader(connection).applied_migrations
    assert not [key for key in ours() if key not in applied]


def test_every_migration_can_be_undone():
    stuck = [
        f"{label}.{name}: {operation.describe()}"
        for (label, name), migration in ours().items()
        for operation in migration.operations
        if not operation.reversible
    ]
    assert not stuck, "\n".join(stuck)


def test_data_and_tables_change_in_different_migrations():
    mixed = [
        f"{label}.{name}"
        for (label, name), migration in ours().items()
        if len({isinstance(operation, RunPython | RunSQL) for operation in migration.operations}) > 1
    ]
    assert not mixed, "\n".join(mixed)
