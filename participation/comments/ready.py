"""What this room tells the rest of the house about itself."""


def register():
    """Enter everything; called once by the app's `ready()`."""
