"""What the steps of a meeting write."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from casework.services.intake import index_for_search
from participation.groups.models import Attendance, Member
from participation.groups.numbers import quorum_of

PLAN = ("starts_at", "place", "online_url", "announce_by")


def change_plan(case, data, actor, now):
    """Time and place while nobody was invited yet."""
    for name in PLAN:
        setattr(case, name, data[name])


def announce(case, data, actor, now):
    """The meeting becomes public."""
    with translation.override("uk"):
        case.public_title = (
            _("Meeting No. %(number)s: %(body)s") % {"number": case.sequence, "body": case.group.name}
        )[:200]
    case.public_text = "\n".join(f"{item.order}. {item.title}" for item in case.items.all())
    index_for_search(case)


def reschedule(case, data, actor, now):
    """Another date: the notice runs anew, what members meant to do no longer counts."""
    change_plan(case, data, actor, now)
    case.change_count += 1
    case.attendances.all().delete()
    case.ended_at = case.members_due = case.quorum = None
    return {"reason": data["reason"]}


def with_reason(case, data, actor, now):
    """The reason is public."""
    case.change_count += 1
    return {"reason": data["reason"]}


def _record(case, data):
    """Who of the members in office that day came."""
    present = {int(pk) for pk in data["present"]}
    members = list(Member.objects.on(timezone.localdate(case.starts_at)).filter(body=case.group_id))
    for member in members:
        Attendance.objects.update_or_create(
            meeting_id=case.pk, member=member, defaults={"was_present": member.pk in present}
        )
    case.members_due, case.quorum = len(members), quorum_of(len(members))


def hold(case, data, actor, now):
    """Attendance with quorum, the end, the recording."""
    _record(case, data)
    case.ended_at, case.recording_url = data["ended_at"], data["recording_url"]


def no_quorum(case, data, actor, now):
    """Attendance of a meeting that could not be held."""
    _record(case, data)


def publish_minutes(case, data, actor, now):
    """Who signed and how the minutes begin."""
    for name in ("chair_name", "secretary_name", "opening"):
        setattr(case, name, data[name])
    case.minuted_on = timezone.localdate(now)


def answer(case, data, actor, now):
    """The authority's answer to one recommendation."""
    recommendation = data["recommendation"]
    recommendation.verdict, recommendation.reason = data["verdict"], data["reason"]
    recommendation.answered_on = timezone.localdate(now)
    recommendation.save(update_fields=["verdict", "reason", "answered_on"])
    return {"recommendation": recommendation.order}


def complete(case, data, actor, now):
    """All answers are given."""
    case.decided_at = now
    case.answered_late = any(now > clock.due_at for clock in case.clocks.running().filter(name="answer"))
