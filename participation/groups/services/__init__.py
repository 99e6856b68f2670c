"""The room's verbs."""

from .access import confirm_attendance, grant_access, remark, revoke_access
from .meetings import plan_meeting
from .terms import keep_terms

__all__ = ["confirm_attendance", "grant_access", "keep_terms", "plan_meeting", "remark", "revoke_access"]
