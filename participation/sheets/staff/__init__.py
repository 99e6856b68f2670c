"""The screens of collections in the Wagtail admin."""
