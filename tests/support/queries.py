"""Counting queries: a list must ask the database as often for a thousand rows as for ten."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(function):
    """Return the SQL statements that `function()` sends."""
    with CaptureQueriesContext(connection) as captured:
        function()
    return [query["sql"] for query in captured.captured_queries]


def constant_queries(fetch, make_rows, *, few=10, more=990):
    """Assert that `fetch()` sends as many queries after `make_rows(more)` as after `make_rows(few)`; return how many.

    `fetch` does the whole thing a reader waits for (for example `lambda: client.get("/novyny/")`), `make_rows(n)` adds n rows.
    The first fetch warms caches and is not counted. On failure the statements that were repeated are printed.
    """
    make_rows(few)
    fetch()
    before = queries_of(fetch)
    make_rows(more)
    after = queries_of(fetch)
    assert len(after) <= len(before), "\n".join(
        [f"{len(before)} queries for {few} rows became {len(after)} for {few + more}:", *sorted(after)]
    )
    return len(after)
