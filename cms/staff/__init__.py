"""Staff screens of publishing."""
