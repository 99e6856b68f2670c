"""The public pages and the workspace of members."""
