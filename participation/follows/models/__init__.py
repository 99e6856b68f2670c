"""Who asked to be told what becomes of a matter."""
