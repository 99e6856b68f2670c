"""Advisory bodies: open call, composition, meetings, recommendations and their answers."""

from .access import WorkspaceAccess
from .application import MembershipApplication
from .body import Body, Call
from .document import BodyDocument
from .meeting import AgendaItem, Attendance, GroupMeeting, MinutesRemark, Recommendation, Vote
from .member import Member

__all__ = [
    "AgendaItem",
    "Attendance",
    "Body",
    "BodyDocument",
    "Call",
    "GroupMeeting",
    "Member",
    "MembershipApplication",
    "MinutesRemark",
    "Recommendation",
    "Vote",
    "WorkspaceAccess",
]
