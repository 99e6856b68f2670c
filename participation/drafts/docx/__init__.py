"""Word documents in and out."""
