"""A test database that is the same before every test, also after tests that really commit.

A transactional test (and every browser test) ends with a flush, which also empties what migrations made: Wagtail's root
page, the site, languages, roles, periods of martial law. So the freshly migrated rows are copied once into tables named
`kept_…` inside the test database itself and copied back after each flush, with the same ids, on SQLite and PostgreSQL alike.
"""

from contextlib import contextmanager

from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction

KEPT = "kept_"


def is_test_database():
    """Tell whether the connection leads to the test database, never to the one a developer works with."""
    return str(connection.settings_dict["NAME"]) == str(connection.settings_dict["TEST"]["NAME"])


def tables():
    """Yield every table of ours with its writable columns, quoted for SQL.

    Triggers fill SQLite's full-text table from the search index; a second copy of its rows would be refused.
    """
    quote = connection.ops.quote_name
    present = set(connection.introspection.table_names())
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        is_full_text = meta.db_table.endswith("_fts")
        if meta.managed and not meta.proxy and not is_full_text and meta.db_table in present:
            columns = [quote(field.column) for field in meta.local_concrete_fields if not field.generated]
            yield meta.db_table, ", ".join(columns)


def keep_migrated_rows():
    """Copy every row of a clean database aside."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor, transaction.atomic():
        forget_kept_rows(cursor)
        for table, columns in tables():
            cursor.execute(f"SELECT 1 FROM {quote(table)} LIMIT 1")
            if cursor.fetchone():
                cursor.execute(f"CREATE TABLE {quote(KEPT + table)} AS SELECT {columns} FROM {quote(table)}")


def forget_kept_rows(cursor):
    """Drop the copies of an earlier run."""
    for table in connection.introspection.table_names(cursor):
        if table.startswith(KEPT):
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)}")


def flush_and_restore():
    """Empty every table, then put the migrated rows back."""
    quote = connection.ops.quote_name
    with without_refusing_triggers():
        call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
    kept = {table for table in connection.introspection.table_names() if table.startswith(KEPT)}
    with transaction.atomic(), connection.cursor() as cursor:
        for table, columns in tables():
            if KEPT + table in kept:
                source = quote(KEPT + table)
                cursor.execute(f"INSERT INTO {quote(table)} ({columns}) SELECT {columns} FROM {source}")


@contextmanager
def without_refusing_triggers():
    """Take away SQLite's triggers that refuse DELETE on append-only tables, then put them back as they were.

    PostgreSQL needs nothing: its flush is a TRUNCATE, which row triggers do not see.
    """
    triggers = []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(%'")
            triggers = cursor.fetchall()
            for name, _sql in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for _name, sql in triggers:
                cursor.execute(sql)


def settle():
    """Prepare the database once per session; heal one that a killed run left full of test data."""
    if not is_test_database():
        return
    user_model = apps.get_model("accounts", "User")
    if user_model.objects.exists():
        flush_and_restore()
    keep_migrated_rows()
