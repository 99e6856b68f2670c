"""Ideas for tests, made by the verbs of the room."""

import uuid
from datetime import date, timedelta

from django.utils import timezone

from casework.actors import Actor
from casework.services import fire, submit
from participation.ideas.models import Idea, IdeaCall

TEXT = "Люди чекають на автобус під дощем. Потрібен навіс із лавкою."


def call(**fields):
    """A public call that takes ideas now, by any channel, with a checklist of two questions."""
    fields.setdefault("title", "Затишні зупинки")
    fields.setdefault("question", "Що зробити на зупинках?")
    fields.setdefault("opens_on", date(2026, 11, 1))
    fields.setdefault("is_published", True)
    made = IdeaCall.objects.create(**fields)
    for number, question in enumerate(("Земля належить громаді?", "Чи є кошти?")):
        made.checks.create(question=question, sort_order=number)
    return made


def draft(office, *, author=..., title="Навіс на зупинці", text=TEXT, channel="web", actor=None, **fields):
    """Keep a draft of the office's author, or of a nameless person when `author` is None."""
    author = office.author if author is ... else author
    fields.setdefault("call", office.call)
    receipt = submit(
        "idea",
        actor=actor or (Actor.person(author) if author else Actor.applicant()),
        idempotency_key=uuid.uuid4(),
        applicant={"name": "Ганна Коваленко", "email": "hanna@example.org", "publish_name": True},
        channel=channel,
        public_title=title,
        public_text=text,
        text=text,
        unit=fields["call"].unit,
        **fields,
    )
    return receipt.case


def step(idea, event, user, **fields):
    """Fire a step as `user` (None: the portal itself) and return the idea."""
    return fire(idea, event, actor=Actor.person(user) if user else Actor.system(), **fields)


def published(office, **fields):
    """An idea that a moderator let through."""
    idea = draft(office, **fields)
    idea = step(idea, "send", idea.submitter)
    return step(idea, "publish", office.head)


def in_evaluation(office, **fields):
    """An idea that the unit evaluates."""
    return step(published(office, **fields), "evaluate", office.head, unit=office.call.unit, assignee=office.official)


def evaluation(call, **fields):
    """What an official writes into the evaluation."""
    given = {
        "feasibility": "ready",
        "cost": "12000.50",
        "cost_note": "Кошторис",
        "conclusion": "Можна зробити навесні.",
    }
    for check in call.checks.all():
        given |= {f"check_{check.pk}": "yes", f"note_{check.pk}": "Перевірено"}
    return {**given, **fields}


def evaluated(office, **fields):
    """An idea that awaits a decision."""
    return step(in_evaluation(office, **fields), "report", office.official, **evaluation(office.call))


def days_ahead(days):
    """A day that is still to come."""
    return timezone.localdate() + timedelta(days=days)


def acceptance(**fields):
    """What the head writes when accepting."""
    given = {
        "outcome": "accepted",
        "reason": "Навіс потрібен усім.",
        "milestone": "Замовити проєкт",
        "milestone_due_on": days_ahead(30),
        "next_update_on": days_ahead(14),
    }
    return {**given, **fields}


def in_implementation(office, **fields):
    """An accepted idea."""
    return step(evaluated(office, **fields), "accept", office.head, **acceptance())


def finished(office, **fields):
    """An idea that became reality."""
    idea = in_implementation(office, **fields)
    idea = step(
        idea, "reached", office.official, milestone=idea.milestones.get(), done_on=timezone.localdate(), note="Зроблено"
    )
    return step(idea, "finish", office.official, text="Навіс стоїть.")


def in_state(office, state):
    """An idea in each state of the table."""
    ways = {
        "draft": draft,
        "moderation": lambda office: step(draft(office), "send", office.author),
        "returned": lambda office: step(in_state(office, "moderation"), "return", office.head, reason="Без прізвищ"),
        "published": published,
        "evaluation": in_evaluation,
        "evaluated": evaluated,
        "implementation": in_implementation,
        "done": finished,
        "rejected": lambda office: step(evaluated(office), "reject", office.head, reason="Немає землі"),
        "withdrawn": lambda office: step(published(office), "withdraw", office.author, reason="Передумала"),
    }
    return Idea.objects.get(pk=ways[state](office).pk)
