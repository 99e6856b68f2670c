"""What the steps write."""
