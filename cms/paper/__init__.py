"""A service on paper: the leaflet and the information card as PDF, their cache, their addresses."""
