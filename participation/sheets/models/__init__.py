"""One count of voices from the site and from numbered paper sheets, and the print pack."""
