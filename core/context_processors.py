"""What every template knows."""


def display(request):
    """The reader's display choices."""
    return {}
