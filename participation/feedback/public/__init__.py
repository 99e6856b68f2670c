"""Public pages beside the summary itself: consent to a quote, subscription, text for the press, leaflets, photos."""
