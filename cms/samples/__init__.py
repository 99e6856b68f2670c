"""Sample applications: reading templates, filling them in, printing letters, listing."""
