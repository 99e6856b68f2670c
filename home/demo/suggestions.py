"""Demo suggestions: thirty-four short voices of a quarter and a few of the last days. All of them are invented."""

from dataclasses import dataclass
from datetime import time

from casework.enums import Channel
from home.demo.stories import Step, Story

WEB, BOX, DESK, PHONE, MOBILE = Channel.WEB, Channel.BOX, Channel.DESK, Channel.PHONE, Channel.MOBILE
TOPICS = [
    "Години роботи",
    "Черги та запис",
    "Доступність приміщень",
    "Якість обслуговування",
    "Благоустрій",
    "Транспорт",
    "Інше",
]


@dataclass(frozen=True)
class Voice:
    """One short suggestion: theme of the summary, how long ago, where from, through which channel, its words."""

    theme: str
    ago: int
    place: str
    channel: str
    text: str
    mailbox: str = ""


HOURS, QUEUE, ACCESS, STREET = "hours", "queue", "access", "street"
VOICES = [
    Voice(HOURS, 117, "Зразкове", BOX, "Відкривайте в суботу, у будні всі на роботі."),
    Voice(HOURS, 115, "Вербівка", WEB, "Автобус із Вербівки приходить о 17:10, а центр уже зачинено.", "petro"),
    Voice(HOURS, 112, "Зразкове", BOX, "Потрібен вечірній прийом, наприклад у четвер."),
    Voice(HOURS, 110, "Вербівка", WEB, "Продовжте роботу до 20:00 бодай раз на тиждень."),
    Voice(HOURS, 108, "Вербівка", WEB, "Ми працюємо позмінно. Вечірні години дуже допомогли б.", "oksana"),
    Voice(HOURS, 107, "Вербівка", WEB, "Просимо приймати документи у четвер довше."),
    Voice(HOURS, 104, "Зразкове", BOX, "Чи можна подати заяву ввечері після роботи?"),
    Voice(HOURS, 101, "Вербівка", WEB, "Суботній прийом раз на місяць був би дуже доречний."),
    Voice(HOURS, 99, "Зразкове", BOX, "Дайте змогу отримувати готові документи ввечері."),
    Voice(HOURS, 96, "Вербівка", WEB, "Після 17:00 у будні, будь ласка."),
    Voice(HOURS, 93, "Зразкове", BOX, "Вечірній прийом хоча б двічі на місяць."),
    Voice(QUEUE, 116, "Зразкове", BOX, "У понеділок зранку стояв півтори години. Запишіть людей на час."),
    Voice(QUEUE, 114, "Вербівка", WEB, "Зробіть електронну чергу, щоб не чекати в коридорі."),
    Voice(QUEUE, 111, "Вербівка", WEB, "Запис телефоном не працює: постійно зайнято.", "oksana"),
    Voice(QUEUE, 109, "Зразкове", WEB, "Потрібна окрема черга для тих, хто лише забирає готове."),
    Voice(QUEUE, 106, "Вербівка", BOX, "Запишіть мене на конкретну годину, я їду здалеку."),
    Voice(QUEUE, 103, "Вербівка", WEB, "Поставте табло з номером черги."),
    Voice(QUEUE, 100, "Зразкове", BOX, "Попередній запис через сайт економив би всім час."),
    Voice(QUEUE, 97, "Зразкове", WEB, "Літнім людям важко стояти, дайте стільці й талони."),
    Voice(QUEUE, 95, "Вербівка", WEB, "Додайте запис на прийом онлайн.", "hanna"),
    Voice(ACCESS, 113, "Зразкове", BOX, "Пандус закрутий, з візком самій не заїхати."),
    Voice(ACCESS, 105, "Зразкове", BOX, "Кнопка виклику біля входу не працює."),
    Voice(ACCESS, 102, "Зразкове", BOX, "У мобільному ЦНАПі високі сходи, поставте поручень."),
    Voice(ACCESS, 98, "Зразкове", BOX, "Немає де сповити дитину."),
    Voice(ACCESS, 94, "Вербівка", WEB, "Шрифт на дошці дуже дрібний."),
    Voice(ACCESS, 92, "Зразкове", BOX, "Двері важко відчинити людині з милицями."),
    Voice(STREET, 98, "Ковалівка", WEB, "Поставте навіс на зупинці біля амбулаторії.", "petro"),
    Voice(STREET, 96, "Ковалівка", WEB, "Зупинка без навісу, у дощ стоїмо мокрі."),
    Voice(STREET, 94, "Ковалівка", WEB, "Лавка на зупинці зламана, відремонтуйте."),
    Voice(STREET, 93, "Ковалівка", WEB, "Навіс і освітлення на зупинці біля амбулаторії."),
    Voice(STREET, 91, "Ковалівка", WEB, "На повороті до Степового потрібна зупинка з навісом."),
    Voice(STREET, 90, "Ковалівка", WEB, "Просимо накрити зупинку, там чекають діти зі школи."),
    Voice(STREET, 88, "Ковалівка", WEB, "Зробіть зупинку біля амбулаторії людською."),
    Voice(QUEUE, 91, "Зразкове", BOX, "Дві адміністраторки на весь зал у понеділок замало."),
    Voice(ACCESS, 91, "Зразкове", BOX, "Зробіть автоматичні двері або дзвінок на видному місці."),
    Voice(ACCESS, 92, "Вербівка", WEB, "На сайті вкажіть, чи є в центрі туалет для людей на кріслах колісних."),
    Voice(ACCESS, 93, "Вербівка", WEB, "Потрібен столик для сповивання."),
    Voice(ACCESS, 94, "Вербівка", WEB, "Зробіть пандус пологішим."),
    Voice(ACCESS, 95, "Вербівка", WEB, "Напишіть великим шрифтом номери вікон."),
]
NAMES = {"hanna": "Ганна Коваленко", "petro": "Петро Заєць", "oksana": "Оксана Лисенко"}
REPLIES = {
    HOURS: ("taken_up", "Дякуємо. З 1 жовтня центр працює у четвер до 20:00."),
    QUEUE: ("taken_up", "Дякуємо. Готуємо попередній запис телефоном і через сайт, табло вже замовлено."),
    ACCESS: ("answered", "Дякуємо. Частину зауважень виконано, пандус перебудуємо навесні."),
    STREET: ("taken_up", "Дякуємо. Навіс внесено до плану благоустрою."),
}


def story_of(voice, place):
    """The voice as a case: read, and replied to within a month."""
    event, reply = REPLIES[voice.theme]
    who = {"name": NAMES[voice.mailbox], "email": f"{voice.mailbox}@example.org"} if voice.mailbox else {}
    return Story(
        f"voice-{place}",
        voice.ago,
        voice.text,
        at=time(9 + place % 8, place * 7 % 60),
        who=who,
        account=voice.mailbox,
        place=voice.place,
        channel=voice.channel,
        steps=(Step(1, "read", "desk"), Step(12, event, "desk", {"reply": reply})),
    )


def recent():
    """Suggestions of the last days in every state."""
    return [
        Story("toys", 0, "Покладіть у залі кілька дитячих книжок і розмальовок.", at=time(0, 45), place="Зразкове"),
        Story("map", 3, "Додайте на сайт карту, де зараз мобільний ЦНАП.", who={"name": "Петро Заєць", "email": "petro@example.org"}, account="petro", place="Ковалівка", steps=(Step(1, "read", "desk"),)),
        Story("coffee", 15, "Поставте кавовий автомат.", place="Зразкове", channel=BOX, steps=(Step(1, "read", "desk"), Step(3, "declined", "desk", {"reply": "Дякуємо, але місця для автомата немає: прохід має лишатися вільним для людей на кріслах колісних."}))),
        Story("sign", 26, "Позначте окреме місце для велосипедів біля входу.", place="Озерне", who={"name": "Оксана Лисенко", "email": "oksana@example.org"}, account="oksana", steps=(Step(1, "read", "desk"), Step(6, "taken_up", "desk", {"reply": "Дякуємо. Велостійку на шість місць поставимо до кінця місяця."}))),
        Story("old", 33, "Зробіть графік прийому старости на зупинці.", place="Степове", channel=MOBILE, steps=(Step(2, "read", "desk"),)),
        Story("thanks", 40, "Дякую адміністраторці Тетяні за терпіння, поясніть лише на дошці, як заповнювати заяву на субсидію.", place="Вербівка", channel=BOX, steps=(Step(1, "read", "desk"), Step(4, "answered", "desk", {"reply": "Дякуємо! Зразок заповненої заяви вже висить на стенді біля вікна № 2."}))),
    ]  # fmt: skip


def all_suggestions():
    """Every demo suggestion, the oldest first."""
    voices = [story_of(voice, place) for place, voice in enumerate(VOICES)]
    return sorted([*voices, *recent()], key=lambda story: (-story.ago, story.at))
