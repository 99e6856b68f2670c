"""Three advisory bodies and a proposal: one calls for members, one meets and gets answers, the term of one is ending."""

import uuid
from datetime import datetime, time, timedelta

from django.utils import timezone

from accounts.models import Unit, User
from casework.actors import Actor
from casework.services import fire, submit
from home.demo import groups_texts as texts
from home.demo.places import CENTRE, UTILITIES, WELFARE
from home.demo.stories import NAMESPACE
from participation.groups.models import AgendaItem, Body, Member, Recommendation, Vote
from participation.groups.numbers import latest_announcement
from participation.groups.services import grant_access, plan_meeting

FRIDAY = 4


def load():
    """Tell the stories that are not told yet."""
    if Body.objects.filter(name=texts.IDP["name"]).exists():
        return
    teller = Teller()
    teller.youth()
    teller.displaced()
    teller.barriers()
    teller.propose(texts.PROPOSED, 4, account="petro")


def day(ago):
    """A weekday about `ago` days before today (after it, when negative)."""
    found = timezone.localdate() - timedelta(days=ago)
    step = timedelta(days=-1 if ago >= 0 else 1)
    while found.weekday() > FRIDAY:
        found += step
    return found


def at(ago, hour=11):
    """A moment of that weekday; of the past, never later than now."""
    moment = timezone.make_aware(datetime.combine(day(ago), time(hour)))
    return min(moment, timezone.now()) if ago >= 0 else moment


def key(name):
    """The same idempotency key at every load."""
    return uuid.uuid5(NAMESPACE, f"groups:{name}")


class Teller:
    """Fires the steps of bodies, applications and meetings as people of the demo would."""

    def __init__(self):
        self.users = {user.email.partition("@")[0]: user for user in User.objects.select_related("unit")}
        self.head = Actor.person(self.users["head"])

    def propose(self, facts, ago, *, unit="", account=""):
        """A body that was proposed, at the desk or from an account."""
        names = ("name", "kind", "purpose")
        filer = self.users[account or "desk"]
        receipt = submit(
            "body",
            actor=Actor.person(filer),
            idempotency_key=key(facts["name"]),
            applicant={"name": filer.name, "email": filer.email},
            channel="web" if account else "desk",
            received_at=at(ago, 9),
            now=at(ago, 9),
            text=facts["purpose"],
            unit=Unit.objects.filter(name=unit).first(),
            **{name: facts[name] for name in names},
        )
        return receipt.case

    def found(self, facts, call, *, ago, unit, days):
        """A founded body whose call for members lasted `days` days."""
        body = self.propose(facts, ago + 20, unit=unit)
        body = fire(body, "found", actor=self.head, now=at(ago + 10), founded_on=day(ago + 10), **facts)
        return fire(
            body,
            "open_call",
            actor=self.head,
            now=at(ago),
            closes_on=timezone.localdate(at(ago)) + timedelta(days=days),
            **call,
        )

    def apply(self, body, name, text, ago, **more):
        """An application for a seat in the running call."""
        channel = more.pop("channel", "web")
        mailbox = f"{key(name).hex[:8]}@example.org"
        return submit(
            "seat",
            actor=Actor.person(self.users["desk"]) if channel == "desk" else Actor.applicant(),
            idempotency_key=key(f"{body.name}:{name}"),
            applicant={"name": name, "email": mailbox},
            channel=channel,
            received_at=at(ago, 12),
            now=at(ago, 12),
            call=body.calls.get(),
            text=text,
            unit=body.unit,
            **more,
        ).case

    def compose(self, facts, call, people, *, ago, unit, refused=(), months=730):
        """A body with an approved composition."""
        body, positions, rejected = self.found(facts, call, ago=ago + 30, unit=unit, days=16), {}, None
        for name, occupation, organisation, position, conflict in people:
            statement = {"has_conflict": bool(conflict), "conflict_statement": conflict}
            case = self.apply(
                body,
                name,
                texts.ACCEPTED_BECAUSE,
                ago + 25,
                occupation=occupation,
                organisation=organisation,
                **statement,
            )
            positions[f"position_{case.pk}"] = position
        if refused:
            rejected = self.apply(body, refused[0], "Хочу працювати в раді.", ago + 24)
        body = fire(body, "close_call", actor=Actor.system(), now=at(ago + 8))
        for application, (*_rest, conflict) in zip(body.calls.get().applications.order_by("pk"), people, strict=False):
            reasons = {"reason": texts.ACCEPTED_BECAUSE, "conflict_note": conflict}
            fire(application, "accept", actor=self.head, now=at(ago + 5), **reasons)
        if rejected:
            fire(rejected, "refuse", actor=self.head, now=at(ago + 5), ground=refused[1], reason=refused[2])
        dates = {"mandate_from": day(ago), "mandate_to": day(ago) + timedelta(days=months)}
        act = f"{facts['founding_act'].partition(' №')[0]} про склад (демонстраційне)"
        return fire(body, "approve_composition", actor=self.head, now=at(ago), act=act, **dates, **positions)

    def meet(self, body, number, questions, *, starts, place="Мала зала ради, вул. Центральна, 1"):
        """An announced meeting."""
        early = at(starts + 12) if starts >= 0 else at(1)
        starts_at = at(starts, 15)
        meeting = plan_meeting(
            body,
            actor=self.users["head"],
            starts_at=starts_at,
            announce_by=latest_announcement(starts_at),
            place=place,
            online_url="https://example.org/zasidannia",
            key=key(f"{body.name}:{number}"),
            now=early,
        )
        for order, question in enumerate(questions, 1):
            AgendaItem.objects.create(meeting=meeting, order=order, title=question[0], speaker=question[1], minutes=20)
        return fire(meeting, "announce", actor=self.head, now=early)

    def hold(self, meeting, questions, recommendations, *, absent=()):
        """A meeting that was held, with published minutes and sent recommendations."""
        ended = meeting.starts_at + timedelta(minutes=80)
        members = [member for member in Member.objects.filter(body=meeting.group_id) if member.name not in absent]
        present = [str(member.pk) for member in members]
        meeting = fire(
            meeting,
            "hold",
            actor=self.head,
            now=ended,
            present=present,
            ended_at=f"{timezone.localtime(ended):%Y-%m-%dT%H:%M}",
        )
        for item, (_title, _who, heard, decision, votes) in zip(meeting.items.all(), questions, strict=True):
            item.heard, item.decision = heard, decision
            item.save()
            Vote.objects.bulk_create(
                Vote(item=item, member=member, choice=choice) for member, choice in zip(members, votes, strict=True)
            )
        for order, (text, addressee, *_answer) in enumerate(recommendations, 1):
            Recommendation.objects.create(meeting=meeting, order=order, text=text, addressee=addressee)
        later = ended + timedelta(days=2)
        names = {"chair_name": "Марина Ткаченко", "secretary_name": "Ганна Коваленко"}
        meeting = fire(meeting, "publish_minutes", actor=self.head, now=later, **names)
        return fire(meeting, "send", actor=self.head, now=later + timedelta(hours=3))

    def answer(self, meeting, recommendations):
        """Every recommendation gets its answer."""
        now = meeting.starts_at + timedelta(days=20)
        for row, (_text, _who, verdict, reason) in zip(meeting.recommendations.all(), recommendations, strict=True):
            fire(meeting, "answer", actor=self.head, now=now, recommendation=row.pk, verdict=verdict, reason=reason)
        meeting = fire(meeting, "complete", actor=self.head, now=now)
        return fire(meeting, "close", actor=self.head, now=now + timedelta(days=1))

    def youth(self):
        """The call is open: two applications came, one of them on paper."""
        body = self.found(texts.YOUTH, texts.YOUTH_CALL, ago=6, unit=CENTRE, days=25)
        for name, occupation, text, channel in texts.YOUTH_APPLICANTS:
            self.apply(body, name, text, 3, occupation=occupation, channel=channel)

    def displaced(self):
        """A body that works: one meeting with answers, one that waits for them, one announced, one planned."""
        body = self.compose(
            texts.IDP, texts.IDP_CALL, texts.IDP_PEOPLE, ago=170, unit=WELFARE, refused=texts.IDP_REFUSED
        )
        first = self.meet(body, 1, texts.FIRST_MEETING, starts=140)
        first = self.hold(first, texts.FIRST_MEETING, texts.FIRST_RECOMMENDATIONS, absent=("Віктор Гончар",))
        self.answer(first, texts.FIRST_RECOMMENDATIONS)
        second = self.meet(body, 2, texts.SECOND_MEETING, starts=16)
        self.hold(second, texts.SECOND_MEETING, texts.SECOND_RECOMMENDATIONS)
        self.meet(body, 3, texts.THIRD_MEETING, starts=-10)
        member = Member.objects.get(body=body, name="Ганна Коваленко")
        Member.objects.filter(pk=member.pk).update(user=self.users["hanna"])
        grant_access(body, user=self.users["hanna"], actor=self.users["head"], member=member)

    def barriers(self):
        """A group whose term ends soon; its last meeting had no quorum."""
        body = self.compose(texts.ACCESS, texts.ACCESS_CALL, texts.ACCESS_PEOPLE, ago=325, unit=UTILITIES, months=365)
        meeting = self.meet(body, 1, [("Про пандус біля амбулаторії", "Людмила Сіра")], starts=30)
        present = [str(Member.objects.get(body=body, name="Людмила Сіра").pk)]
        fire(meeting, "no_quorum", actor=self.head, now=meeting.starts_at + timedelta(minutes=30), present=present)
        fire(body, "term_ending", actor=Actor.system(), now=timezone.now())
