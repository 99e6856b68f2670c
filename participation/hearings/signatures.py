"""Signatures under a residents' initiative: from the site and from paper, counted together by `participation.sheets`."""


def open_for(hearing, now):
    """Open the collection."""


def close_for(hearing, now):
    """Close it."""
    return 0
