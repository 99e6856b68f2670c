"""“Find my service”: a tree of questions that ends in services."""
