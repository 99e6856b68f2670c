"""Screens of the machinery in the Wagtail admin."""
