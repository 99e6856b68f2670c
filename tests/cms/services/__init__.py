"""Services: page, algorithm, catalogue, notices, staff screens."""
