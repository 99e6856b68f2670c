"""Screens of editors in the Wagtail admin."""
