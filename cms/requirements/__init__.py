"""What each page type must have before it is published. `register()` is called when the site starts."""

from . import articles, finding, places, services


def register():
    """Declare all lists; a type that this installation lacks is never asked."""
    for module in (articles, finding, places, services):
        module.register()
