"""The file of a public hearing from the initiative to the authority's reaction."""
