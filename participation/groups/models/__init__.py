"""Advisory bodies: open call, composition, meetings, recommendations and their answers."""
