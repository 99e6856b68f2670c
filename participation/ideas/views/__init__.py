"""The public pages of ideas."""
