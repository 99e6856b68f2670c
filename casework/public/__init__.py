"""What the applicant sees: the receipt, the tracking page, the cabinet."""
