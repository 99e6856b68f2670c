"""Small groups in published figures; the rule itself is the whole house's (`core.suppression`)."""

from core.suppression import SMALL, Hidden, is_protected, shown_total, suppress

__all__ = ["SMALL", "Hidden", "is_protected", "shown_total", "suppress"]
