"""What readers meet beside the pages of the tree."""
