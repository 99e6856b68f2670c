"""The demo community as the ground of many tests, loaded once and copied back in a moment.

`load_demo` lives through the stories of forty cases, which takes ten seconds; a test that commits for real is followed by
a flush. So the loaded rows are kept aside in tables named `demo_…`, as tests.support.database keeps the migrated ones.
"""

from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Site

from tests.support.database import tables, without_refusing_triggers

COPY = "demo_"
FIRST = "casework_procedurestate"  # a trigger asks it about the state of every case that is inserted
_copied_into = set()


def settle_community():
    """Fill the test database with the demo community; the caller's test must be one that commits."""
    database = str(connection.settings_dict["NAME"])
    if database not in _copied_into:
        call_command("load_demo", verbosity=0)
        _copy_rows()
        _copied_into.add(database)
    else:
        _bring_rows_back()
    Site.clear_site_root_paths_cache()


def _copy_rows():
    """Copy every row aside; what an earlier run of the suite left is replaced, for the demo's dates move with the day."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor, transaction.atomic():
        for table in connection.introspection.table_names(cursor):
            if table.startswith(COPY):
                cursor.execute(f"DROP TABLE {quote(table)}")
        for table, columns in tables():
            cursor.execute(f"CREATE TABLE {quote(COPY + table)} AS SELECT {columns} FROM {quote(table)}")


def _bring_rows_back():
    """Put the copied rows in place of whatever is there, with the same keys."""
    quote = connection.ops.quote_name
    with without_refusing_triggers():
        call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
    with transaction.atomic(), connection.cursor() as cursor:
        for table, columns in sorted(tables(), key=lambda row: row[0] != FIRST):
            cursor.execute(f"INSERT INTO {quote(table)} ({columns}) SELECT {columns} FROM {quote(COPY + table)}")
