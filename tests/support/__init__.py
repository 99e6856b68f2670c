"""What the tests stand on: a database that forgets nothing it needs, a mail server, counters of queries."""
