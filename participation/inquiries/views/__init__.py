"""What the public sees of the room."""
