"""What staff see of the register, inside the Wagtail admin: inbox, case screen, desk, panel."""
