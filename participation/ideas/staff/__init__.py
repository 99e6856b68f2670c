"""Staff screens of ideas in the Wagtail admin."""
