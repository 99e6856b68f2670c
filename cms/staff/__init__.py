"""How publishing looks in the staff interface, topic by topic."""
