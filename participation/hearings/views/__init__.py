"""The room's public pages."""
