"""Paper: posters, large print, notices, numbered sheets."""
