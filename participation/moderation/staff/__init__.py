"""Screens of moderators in the Wagtail admin."""
