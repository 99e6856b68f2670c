"""Screens of publishing in the Wagtail admin."""
