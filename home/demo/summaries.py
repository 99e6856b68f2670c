"""Two published summaries over the demo suggestions, with quotes, counted appeals, measures done, under way and planned."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import User
from casework.models import Case
from home.demo.scenes import SCENES
from home.demo.stories import NAMESPACE
from home.demo.suggestions import ACCESS, HOURS, QUEUE, STREET, VOICES
from participation.feedback import services
from participation.feedback.models import Measure, Summary, Tally, Theme


def case_of(place):
    """The case of one voice."""
    return Case.objects.get(idempotency_key=str(uuid.uuid5(NAMESPACE, f"suggestion:voice-{place}"))).pk


def cases_of(*themes):
    """The cases of the voices of some themes."""
    return [case_of(place) for place, voice in enumerate(VOICES) if voice.theme in themes]


def ago(days):
    """A day in the past."""
    return timezone.localdate() - timedelta(days=days)


@dataclass(frozen=True)
class Decision:
    """One theme of a demo summary, its voices named by the key of `VOICES`."""

    voices: str
    title: str
    said: str
    position: str
    reason: str
    ground: str = ""
    measures: tuple = ()
    quote: str = ""
    counted: tuple = ()


REPAIR = "Відремонтувати кнопку виклику та передрукувати стенд"
PHOTOS = (
    ("before", "queue", "Стенд із дрібним шрифтом біля вікон центру."),
    ("after", "ramp", "Вхід до центру: кнопка виклику працює, стенд надруковано великим шрифтом."),
)
QUARTER = (
    Decision(
        HOURS,
        "Години роботи",
        "Люди, які працюють до 17:00–18:00, не встигають до центру. Просять вечірній або суботній прийом.",
        "accepted",
        "З 1 жовтня центр працює у четвер до 20:00: приймаємо заяви й видаємо готові документи. Суботній прийом спробуємо навесні.",
        measures=(
            ("Працювати у четвер до 20:00", "head", 45, "done"),
            ("Провести три пробні суботні прийоми й оприлюднити їх результати", "head", -130, "planned"),
        ),
        quote="Автобус із Вербівки приходить о 17:10, а центр уже зачинено.",
        counted=(("Звернення громадян про години роботи (журнал реєстрації звернень)", 9),),
    ),
    Decision(
        QUEUE,
        "Черги та запис",
        "У понеділок і четвер доводиться чекати понад годину. Просять запис на час, табло й окреме вікно видачі.",
        "partly",
        "Запис телефоном працює. Табло замовлено, окреме вікно видачі відкриваємо у дні найбільшого навантаження. Онлайн-запис залежить від державної системи, тому строк назвемо пізніше.",
        measures=(
            ("Встановити табло електронної черги", "utilities", -25, "started"),
            ("Відкривати вікно видачі щопонеділка та щочетверга", "head", 20, "done"),
        ),
    ),
    Decision(
        ACCESS,
        "Доступність приміщення",
        "Крутий пандус, зламана кнопка виклику, важкі двері, дрібний шрифт на стенді, немає сповивального столика.",
        "accepted",
        "Кнопку виклику відремонтовано, стенд передруковано великим шрифтом. Пандус і двері потребують проєкту, роботи плануємо навесні.",
        measures=(
            (REPAIR, "utilities", 30, "done"),
            ("Перебудувати пандус за ДБН В.2.2-40:2018", "utilities", -180, "planned"),
        ),
    ),
)
STOPS = (
    Decision(
        STREET,
        "Зупинка біля амбулаторії в Ковалівці",
        "Мешканці Ковалівки просять навіс, лавку й освітлення на зупинці.",
        "accepted",
        "Навіс із лавкою внесено до плану благоустрою, кошти передбачено. Освітлення зробимо одночасно.",
        measures=(("Встановити навіс, лавку та світильник", "utilities", 3, "started"),),
    ),
)
PROGRESS = {
    "done": "Виконано, перевірено на місці.",
    "started": "Роботи розпочато, договір підписано.",
}


def load():
    """Compose, approve and publish both summaries by the room's own verbs, once."""
    if Summary.objects.exists():
        return
    people = {user.email.partition("@")[0]: user for user in User.objects.select_related("unit")}
    compose(
        people, QUARTER, "Що ви сказали про роботу ЦНАПу", "32 пропозиції зі скриньки та сайту. З чим погодилися, що зробили і що буде далі.",
        first=ago(120), last=ago(90), published=55,
    )  # fmt: skip
    compose(
        people, STOPS, "Зупинка в Ковалівці: що вирішили", "Сім мешканців Ковалівки написали про одну зупинку.",
        first=ago(100), last=ago(85), published=65,
    )  # fmt: skip


def compose(people, decisions, title, lead, *, first, last, published):
    """Make one summary: chosen cases, themes, voices, measures; then the head approves and it is published."""
    author, head = people["press"], people["head"]
    summary = services.start_summary(
        actor=author, title=title, lead=lead, period_from=first, period_to=last, unit=head.unit
    )
    services.add_cases(summary, cases_of(*(decision.voices for decision in decisions)), actor=head)
    for order, decision in enumerate(decisions, 1):
        theme = Theme.objects.create(
            summary=summary, order=order * 10, title=decision.title, said=decision.said,
            position=decision.position, ground=decision.ground, reason=decision.reason,
        )  # fmt: skip
        services.place_cases(summary, theme, cases_of(decision.voices), actor=head)
        for text, owner, days, _state in decision.measures:
            Measure.objects.create(
                theme=theme, text=text, owner=people[owner], owner_position=people[owner].position, due_on=ago(days)
            )
        tell_more(summary, theme, decision, head)
    moment = timezone.now() - timedelta(days=published)
    services.submit(summary, actor=author)
    services.approve(summary, actor=head, now=moment)
    services.publish(summary, actor=head, now=moment)
    report(summary, decisions, head)
    prove(summary, people)


def tell_more(summary, theme, decision, actor):
    """A quote whose author agreed at the desk, and what is only counted."""
    for label, number in decision.counted:
        services.save_tally(theme, Tally(label=label, number=number), actor=actor)
    if decision.quote:
        case = Case.objects.get(pk__in=cases_of(decision.voices), text=decision.quote)
        quote = services.choose_quote(summary, theme, case, text=decision.quote, actor=actor)
        services.record_consent(quote, actor=actor, given=True, how="телефоном")


def prove(summary, people):
    """Photos of one measure, added by its owner and verified by the head."""
    for measure in Measure.objects.filter(theme__summary=summary, text=REPAIR):
        for moment, scene, alt in PHOTOS:
            photo = ContentFile(SCENES[scene]().webp(), name=f"{moment}.webp")
            services.add_evidence(measure, actor=people["utilities"], moment=moment, photo=photo, alt=alt)
        services.verify(measure, actor=people["head"], now=timezone.now() - timedelta(days=20))


def report(summary, decisions, actor):
    """Tell in public what became of the measures."""
    states = {text: (state, days) for decision in decisions for text, _owner, days, state in decision.measures}
    for measure in Measure.objects.filter(theme__summary=summary):
        state, days = states[measure.text]
        if state in PROGRESS:
            when = timezone.now() - timedelta(days=max(days, 0) + 2)
            services.record_update(measure, actor=actor, state=state, text=PROGRESS[state], now=when)
