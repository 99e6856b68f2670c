"""Tags of collections."""
