"""Where officials compose summaries, in the Wagtail admin."""
