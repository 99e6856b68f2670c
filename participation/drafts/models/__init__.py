"""Numbered paragraphs that keep their identity over versions, comments and the table of decisions."""
