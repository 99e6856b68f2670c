"""Who asked to be told what becomes of a matter."""

from .follow import Follow

__all__ = ["Follow"]
