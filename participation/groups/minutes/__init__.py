"""The minutes of a meeting on paper: DOCX and PDF, always in the official language."""
