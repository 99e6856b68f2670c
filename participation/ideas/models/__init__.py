"""Calls for ideas, from a resident's draft to what was done."""
