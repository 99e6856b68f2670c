"""Who takes part: people, the units they serve in, the settlements they live in."""

from .places import Settlement, SettlementKind, StarostaDistrict
from .roles import Role
from .units import Unit
from .users import User, VerificationLevel

__all__ = ["Role", "Settlement", "SettlementKind", "StarostaDistrict", "Unit", "User", "VerificationLevel"]
