"""The demo community as the ground of many tests, loaded once and copied back in a moment.

`load_demo` publishes hundreds of pages and lives through the stories of forty cases: half a minute. So the loaded rows are
kept aside in tables named `demo_…`, as tests.support.database keeps the migrated ones. Two ways to stand on them:

    settle_community()              for a test that commits; whatever it leaves is flushed afterwards
    with borrowed_community():      for a module of tests that are rolled back (see the fixture `demo` in tests/conftest.py)
"""

from contextlib import contextmanager
from io import StringIO

from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Site

from tests.support.database import flush_and_restore, tables, without_refusing_triggers

COPY = "demo_"
FIRST = "casework_procedurestate"  # a trigger asks it about the state of every case that is inserted
_said = {}


def settle_community():
    """Fill the test database with the demo community; the caller's test must be one that commits."""
    if _database() not in _said:
        _load()
    else:
        _bring_rows_back()
    Site.clear_site_root_paths_cache()


@contextmanager
def borrowed_community():
    """Put the community into the database until the end of the block, where all is rolled back; gives what `load_demo` said.

    The community is loaded by a committing run before, so it must not be entered from inside a transaction.
    """
    if _database() not in _said:
        _load()
        flush_and_restore()
    with transaction.atomic():
        _bring_rows_back()
        Site.clear_site_root_paths_cache()
        yield _said[_database()]
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


def _database():
    return str(connection.settings_dict["NAME"])


def _load():
    """Load the community for real and keep its rows and words."""
    out = StringIO()
    call_command("load_demo", stdout=out)
    _copy_rows()
    _said[_database()] = out.getvalue()


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
