"""A small procedure for tests of the staff's screens: every kind of transition once, on plain cases."""

import uuid

from django import forms

from casework.actors import Actor, Part
from casework.common import common_transitions
from casework.enums import AnswerKind, AnswerState, Audience, Channel
from casework.forms import TransitionForm
from casework.intake import IntakeForm
from casework.models import Answer
from casework.procedure import MeetClock, Procedure, StartClock, State, Transition
from casework.services import submit

KEY = "example"
PRIVATE = "Квітка Цісик, вулиця Перлинна, 7"


class ExampleForm(IntakeForm):
    """One question and who asks."""

    name = forms.CharField(label="Ім’я", max_length=200)
    email = forms.EmailField(label="Пошта", required=False)
    text = forms.CharField(label="Текст", widget=forms.Textarea, max_length=5000)

    def clean(self):
        """A contact is needed, unless the desk says that there is none."""
        cleaned = super().clean()
        if not cleaned.get("email") and not self.contact_is_optional:
            self.add_error("email", "Залиште контакт.")
        return cleaned

    def applicant_data(self):
        """Who asks."""
        return {"name": self.cleaned_data["name"], "email": self.cleaned_data["email"]}

    def case_data(self):
        """What is asked."""
        return {"text": self.cleaned_data["text"]}


class AnswerForm(TransitionForm):
    """The words of the answer."""

    text = forms.CharField(label="Відповідь", widget=forms.Textarea, max_length=5000)
    signed_on = forms.DateField(label="Дата")


def draft(case, data, actor, now):
    """Write the next version of the answer."""
    Answer.objects.create(
        case_id=case.pk,
        version=case.answers.count() + 1,
        kind=AnswerKind.FULL,
        state=AnswerState.DRAFTED,
        text=data["text"],
        signed_on=data["signed_on"],
        drafted_by=actor.user,
        drafted_at=now,
    )


def refused_on_thirteenth(case, actor, now):
    """A reason that the screen must repeat."""
    return "" if case.text != "заборонено" else "Сьогодні не можна."


OPEN = ("received", "work", "approval")
EXAMPLE = Procedure(
    key=KEY,
    prefix="ПРК",
    model_name="casework.Case",
    label="Приклад",
    label_plural="Приклади",
    law="Закон про приклади",
    states=(
        State("received", "Надійшов", "Чекає."),
        State("work", "У роботі"),
        State("approval", "На погодженні", tone="warn"),
        State("done", "Готово", is_final=True, tone="good"),
    ),
    outcomes={"yes": "Так", "no": "Ні"},
    on_receipt=(StartClock("answer", "request"),),
    transitions=(
        *common_transitions(
            open_states=OPEN, all_states=(*OPEN, "done"), assign_states=("received",), assign_target="work"
        ),
        Transition(
            event="draft",
            label="Підготувати відповідь",
            sources=("work",),
            target="approval",
            by=(Part.OFFICIAL,),
            form=AnswerForm,
            effect=draft,
            guard=refused_on_thirteenth,
            story="Відповідь підготовлено",
            tone="main",
        ),
        Transition(
            event="finish",
            label="Завершити",
            sources=("approval",),
            target="done",
            by=(Part.HEAD,),
            clocks=(MeetClock("answer"),),
            story="Завершено",
            audience=Audience.PUBLIC,
            confirm=True,
        ),
    ),
    intake_form="tests.casework.staff.example.ExampleForm",
)


def example_case(*, unit=None, assignee=None, text="Скільки ліхтарів на Перлинній?", state=None, **fields):
    """Submit an example; `unit` and `assignee` are set afterwards, as the desk would."""
    applicant = fields.pop("applicant", {"name": PRIVATE, "email": "kvitka@example.org"})
    receipt = submit(
        KEY,
        actor=fields.pop("actor", Actor.applicant()),
        idempotency_key=uuid.uuid4(),
        applicant=dict(applicant),
        channel=fields.pop("channel", Channel.WEB),
        suspicion=fields.pop("suspicion", ""),
        files=fields.pop("files", ()),
        received_at=fields.pop("received_at", None),
        text=text,
    )
    case = receipt.case
    case.unit, case.assignee, case.state = unit, assignee, state or case.state
    for name, value in fields.items():
        setattr(case, name, value)
    case.save()
    return case
