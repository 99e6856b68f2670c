"""Screens of the numbers of the statute in the Wagtail admin."""
