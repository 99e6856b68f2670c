"""Life situations, “find my service”, the handbook."""
