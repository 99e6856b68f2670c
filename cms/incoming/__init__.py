"""News of another site: WordPress exports and feeds into pages."""
