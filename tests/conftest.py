"""Fixtures that every test may use."""

import pytest
from django.db import connection
from django.db.backends.sqlite3.operations import DatabaseOperations


def drop_triggers():
    """Take away the triggers of SQLite; `migrate` and `flush` put ours back through `post_migrate`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'casework%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


@pytest.fixture(scope="session", autouse=True)
def flush_passes_append_only_tables():
    """Let the flush after a transactional test empty tables whose triggers refuse DELETE."""
    original = DatabaseOperations.execute_sql_flush

    def execute_sql_flush(self, sql_list):
        drop_triggers()
        return original(self, sql_list)

    DatabaseOperations.execute_sql_flush = execute_sql_flush
    yield
    DatabaseOperations.execute_sql_flush = original
