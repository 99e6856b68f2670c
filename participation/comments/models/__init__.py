"""Threaded discussion of one thing, paged on the server."""
