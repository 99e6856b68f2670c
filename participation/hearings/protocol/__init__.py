"""The protocol of a hearing: its facts, on the screen, as DOCX and PDF."""
