"""Who opens the workspace, and what they do there. Membership by itself opens nothing."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from casework.errors import Refused
from core import outbox
from core.audit import record
from participation.groups.models import Attendance, GroupMeeting, MinutesRemark, WorkspaceAccess

CONFIRMABLE = "announced"
REMARKABLE = ("held", "minuted", "no_quorum")


@transaction.atomic
def grant_access(body, *, user, actor, member=None, until=None, now=None):
    """Open the workspace of `body` to `user`; access that is in force is changed, so nobody has two."""
    now = now or timezone.now()
    access, created = WorkspaceAccess.objects.select_for_update().get_or_create(
        body=body,
        user=user,
        revoked_at=None,
        defaults={"member": member, "until": until, "granted_by": actor, "granted_at": now},
    )
    if not created:
        access.member, access.until = member, until
        access.save(update_fields=["member", "until"])
    record(body, "groups.access", user=actor, data={"access": access.pk, "granted": True})
    if created:
        with translation.override(user.language):
            link = settings.BASE_URL + reverse("groups:workspace", args=[body.slug])
        outbox.write(
            "groups/access_granted",
            event=f"group-access:{access.pk}",
            recipient=user.email,
            context={"body": body, "access": access, "link": link},
            language=user.language,
        )
    return access


@transaction.atomic
def revoke_access(access, *, actor, now=None):
    """Close the workspace to somebody; who had access and when stays known."""
    changed = WorkspaceAccess.objects.filter(pk=access.pk, revoked_at=None).update(revoked_at=now or timezone.now())
    if changed:
        record(access.body, "groups.access", user=actor, data={"access": access.pk, "granted": False})
    return bool(changed)


@transaction.atomic
def confirm_attendance(meeting, *, access, intention, now=None):
    """Say whether the member for whom `access` acts means to come. Raises Refused."""
    meeting = GroupMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    member = access.member
    if member is None or meeting.group_id != access.body_id or not access.is_in_force:
        raise Refused(_("Only members confirm attendance."))
    if meeting.state != CONFIRMABLE or not member.sits_on(timezone.localdate(meeting.starts_at)):
        raise Refused(_("Attendance of this meeting can no longer be confirmed."))
    row, _created = Attendance.objects.update_or_create(
        meeting=meeting, member=member, defaults={"intention": intention, "intended_at": now or timezone.now()}
    )
    return row


def remark(meeting, *, access, text, now=None):
    """Write a remark to the minutes. Raises Refused when there are none to remark on."""
    if meeting.state not in REMARKABLE or meeting.group_id != access.body_id or not access.is_in_force:
        raise Refused(_("Remarks are taken after the meeting, until the recommendations are sent."))
    return MinutesRemark.objects.create(meeting=meeting, author=access.user, text=text, at=now or timezone.now())
