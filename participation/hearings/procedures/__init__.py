"""The room's two procedures."""
