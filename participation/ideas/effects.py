"""What the steps of an idea write."""

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from casework.enums import AttachmentPurpose, Direction, Visibility
from casework.models import Attachment, CaseNote, Message
from casework.procedure import MeetClock, SetClock
from casework.services import clocks
from casework.services.intake import index_for_search
from participation.comments.services import close_thread, start_thread
from participation.ideas.enums import Outcome
from participation.ideas.files import publish_files
from participation.ideas.models import Evaluation, EvaluationCheck, IdeaVersion, Milestone, OfficialAnswer
from participation.ideas.similar import index_words
from participation.moderation import services as moderation
from participation.sheets.services import close_collection, open_collection

KIND = "idea"


def words_of(idea):
    """All that stands under a person's name, for moderators."""
    return f"{idea.public_title}\n\n{idea.public_text}"


def publish(case, data, actor, now):
    """Show the idea to everybody: its words, pictures, a discussion and a collection of supports."""
    case.published_at, case.visibility, case.return_reason = now, Visibility.REGISTER, ""
    with translation.override(settings.LANGUAGE_CODE):
        address, nameless = case.get_absolute_url(), _("A resident")
    case.contribution = moderation.open_contribution(
        KIND,
        author=case.submitter,
        author_name=case.applicant.public_name or nameless,
        text=words_of(case),
        address=address,
        now=now,
    )
    case.thread = start_thread(KIND, title=case.public_title, address=address)
    call = case.call
    case.collection = open_collection(
        case,
        "support",
        title=case.public_title,
        threshold=call.support_goal,
        opens_on=call.opens_on,
        closes_on=call.support_until,
        actor=actor,
        now=now,
    )
    publish_files(case, data.get("files"), actor)
    index_words(case)


def give_back(case, data, actor, now):
    """Tell the author what to change; the words stay in the correspondence too."""
    case.return_reason = data["reason"]
    Message.objects.create(case_id=case.pk, direction=Direction.OUT, author=actor.user, text=data["reason"], at=now)


def edit(case, data, actor, now):
    """Put new words in place of the old; what was published stays readable as a version."""
    if case.published_at:
        IdeaVersion.objects.create(
            idea=case,
            number=case.versions.count() + 1,
            title=case.public_title,
            text=case.public_text,
            replaced_at=now,
            replaced_by=actor.user,
        )
    case.public_title, case.public_text, case.place = data["title"], data["text"], data["place"]
    index_for_search(case)
    if case.contribution_id:
        moderation.retext(case.contribution, text=words_of(case), now=now)
        index_words(case)


def withdraw(case, data, actor, now):
    """The author's reason is public when the idea is."""
    case.withdrawal_reason = data["reason"]
    end_talk(case, now)


def end_talk(case, now):
    """Close the discussion and the collection of supports, if they began."""
    if case.thread_id:
        close_thread(case.thread)
    if case.collection_id and case.collection.closed_at is None:
        close_collection(case.collection, now=now)


def start_evaluation(case, data, actor, now):
    """Give the idea to the unit."""
    case.unit, case.assignee = data["unit"], data.get("assignee")
    return {"unit": str(case.unit)}


def evaluate(case, data, actor, now):
    """Keep the evaluation with the answers to the call's checklist as it stands today."""
    names = ("feasibility", "cost", "cost_note", "conclusion")
    unit = case.unit or actor.user.unit
    evaluation = Evaluation.objects.create(
        idea=case, unit=unit, by=actor.user, at=now, **{name: data[name] for name in names}
    )
    EvaluationCheck.objects.bulk_create(
        EvaluationCheck(evaluation=evaluation, question=question, verdict=verdict, note=note)
        for question, verdict, note in data["checks"]
    )
    return {"evaluation": evaluation.pk}


def send_back(case, data, actor, now):
    """The reason of another evaluation is a note for colleagues."""
    CaseNote.objects.create(case_id=case.pk, author=actor.user, text=data["reason"], at=now)


def decide(case, outcome, data, actor, now):
    """Keep the decision with its reason and its author."""
    case.outcome, case.decision_reason, case.decided_by, case.decided_at = outcome, data["reason"], actor.user, now
    case.answered_late = case.clocks.filter(name="decision", met_at=None, replaced_at=None, due_at__lt=now).exists()


def accept(case, data, actor, now):
    """Accept, with the first milestone and the day of the next news."""
    decide(case, data["outcome"], data, actor, now)
    case.next_update_on = data["next_update_on"]
    add_milestone(case, {"title": data["milestone"], "due_on": data["milestone_due_on"]}, actor, now)


def reject(case, data, actor, now):
    """Reject: the discussion ends."""
    decide(case, Outcome.REJECTED, data, actor, now)
    end_talk(case, now)


def add_milestone(case, data, actor, now):
    """Promise something for a day."""
    milestone = Milestone.objects.create(idea=case, title=data["title"], due_on=data["due_on"])
    follow_milestones(case, now)
    return {"milestone": milestone.pk}


def follow_milestones(case, now):
    """Run the clock of milestones to the nearest one ahead; without any it has been met."""
    nearest = case.milestones.ahead().order_by("due_on", "pk").first()
    if nearest is None:
        clocks.apply(case, (MeetClock("milestone"),), data={}, now=now)
    else:
        clocks.apply(case, (SetClock("milestone", "idea-milestone", until="day"),), data={"day": nearest.due_on}, now=now)


def reach_milestone(case, data, actor, now):
    """Report on a milestone, with pictures for everybody."""
    milestone = data["milestone"]
    milestone.done_on, milestone.note = data["done_on"], data["note"]
    milestone.save(update_fields=["done_on", "note"])
    take_pictures(case, data.get("pictures"), actor)
    follow_milestones(case, now)
    return {"milestone": milestone.pk}


def take_pictures(case, uploads, actor):
    """Keep the office's pictures and show copies drawn anew, without the place where they were taken."""
    kept = [
        Attachment.take(upload, case_id=case.pk, purpose=AttachmentPurpose.CORRESPONDENCE, uploaded_by=actor.user)
        for upload in uploads or ()
    ]
    publish_files(case, kept, actor)


def finish(case, data, actor, now):
    """The last words about what has come of it."""
    case.next_update_on = None
    write_answer(case, data["text"], actor.user, None, actor, now)
    end_talk(case, now)


def answer(case, data, actor, now):
    """The next version of the official answer."""
    case.next_update_on = data.get("next_update_on")
    return write_answer(case, data["text"], data["owner"], case.next_update_on, actor, now)


def write_answer(case, text, owner, next_update_on, actor, now):
    """Keep one version; earlier ones stay."""
    written = OfficialAnswer.objects.create(
        idea=case,
        version=case.official_answers.count() + 1,
        text=text,
        owner=owner,
        owner_position=owner.position or str(owner.unit or ""),
        next_update_on=next_update_on,
        written_by=actor.user,
        at=now,
    )
    return {"version": written.version}


def join(case, data, actor, now):
    """Link to the similar idea; nothing else changes."""
    case.joined_to, case.join_reason = data["other"], data["reason"]
    return {"other": data["other"].number}


def part(case, data, actor, now):
    """Take the link away; the reason is a note for colleagues."""
    other = case.joined_to.number
    case.joined_to, case.join_reason = None, ""
    CaseNote.objects.create(case_id=case.pk, author=actor.user, text=data["reason"], at=now)
    return {"other": other, "on": timezone.localdate(now).isoformat()}
