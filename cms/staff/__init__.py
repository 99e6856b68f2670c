"""How staff keep what this package publishes."""
