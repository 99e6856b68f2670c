"""What staff see of the published pages inside the Wagtail admin."""
