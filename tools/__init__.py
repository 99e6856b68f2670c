"""Commands of the workshop: what `make` calls."""
