"""What moderation refuses."""


class NotAllowed(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """This cannot be done, or not by this person; the message is for the person."""
