"""Ideas are what is followed here: their office plays."""

from tests.participation.ideas.conftest import office

__all__ = ["office"]
