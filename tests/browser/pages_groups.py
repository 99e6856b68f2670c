"""Pages of advisory bodies for the tests that walk every page."""

from django.urls import reverse

from casework.actors import Actor
from casework.services import allowed
from participation.groups.models import Body, GroupMeeting, Member, MembershipApplication, WorkspaceAccess


def body_in(state):
    """The demo body in this state."""
    return Body.objects.filter(state=state).order_by("pk").first()


def public():
    """The list, bodies in every state, the call with its form on screen and paper, meetings, recommendations."""
    working, calling = body_in("working"), body_in("calling")
    meetings = GroupMeeting.objects.filter(group__state__in=("working", "ending")).exclude(state="planned")
    return {
        "bodies": reverse("groups:list"),
        "bodies in English": "/en" + reverse("groups:list"),
        "bodies, nothing found": reverse("groups:list") + "?q=нічогісінько",
        **{f"body, {body.state}": body.get_absolute_url() for body in Body.objects.public().order_by("-pk")},
        "call for members": reverse("groups:call", args=[calling.slug]),
        "call that ended": reverse("groups:call", args=[working.slug]),
        "application for a seat": reverse("groups:apply", args=[calling.slug]),
        "application on paper": reverse("groups:blank", args=[calling.slug]),
        "proposing a body": reverse("groups:propose"),
        "meetings of a body": reverse("groups:meetings", args=[working.slug]),
        **{f"meeting, {row.state}": row.get_absolute_url() for row in meetings.select_related("group").order_by("pk")},
        "recommendations": reverse("groups:recommendations"),
        "recommendations, refused": reverse("groups:recommendations") + "?verdict=rejected",
    }


def own():
    """The workspace of a member who has access."""
    access = WorkspaceAccess.objects.get(user__email="hanna@example.org")
    slug = access.body.slug
    return {
        "workspace": reverse("groups:workspace", args=[slug]),
        **{f"workspace, meeting {row.state}": reverse("groups:workspace_meeting", args=[slug, row.sequence])
           for row in access.body.meetings.order_by("pk")},
    }  # fmt: skip


def staff(head):
    """Screens of the head: bodies, their parts, every form behind the buttons of the demo's cases."""
    body, member = body_in("working"), Member.objects.filter(body__state="working").order_by("pk").first()
    meeting = GroupMeeting.objects.filter(state="announced").order_by("pk").first()
    refused = MembershipApplication.objects.filter(state="received").order_by("pk").first()
    pages = {
        "bodies of staff": reverse("groups_staff:index"),
        "member": reverse("groups_staff:member", args=[body.pk, member.pk]),
        "ending a mandate": reverse("groups_staff:member_end", args=[body.pk, member.pk]),
        "giving access": reverse("groups_staff:grant", args=[body.pk]),
        "document of a body": reverse("groups_staff:document_add", args=[body.pk]),
        "planning a meeting": reverse("groups_staff:plan", args=[body.pk]),
        "meeting of staff": reverse("groups_staff:meeting", args=[meeting.pk]),
        "application of staff": reverse("casework_staff:case", args=[refused.pk]),
    }
    for state in ("proposed", "calling", "working"):
        pages[f"body of staff, {state}"] = reverse("groups_staff:screen", args=[body_in(state).pk])
    for case in (body_in("proposed"), meeting):
        for row in allowed(case, Actor.person(head)):
            pages[f"{case.procedure} {row.event}"] = reverse("casework_staff:transition", args=[case.pk, row.event])
    return pages
