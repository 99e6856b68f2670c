"""The room's screens in the admin."""
