"""Screens of the staff interface, topic by topic."""
