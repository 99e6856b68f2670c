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
    Voice(
        HOURS,
        118,
        "Вербівка",
        WEB,
        "Працюю до 18:00 і жодного разу не встигла до ЦНАПу. Зробіть хоча б один вечір на тиждень.",
        "hanna",
    ),
    Voice(HOURS, 117, "Вербівка", BOX, "Відкривайте в суботу, у будні всі на роботі."),
    Voice(HOURS, 115, "Ковалівка", WEB, "Автобус із Ковалівки приходить о 17:10, а центр уже зачинено.", "petro"),
    Voice(HOURS, 112, "Зразкове", BOX, "Потрібен вечірній прийом, наприклад у четвер."),
    Voice(HOURS, 110, "Зразкове", BOX, "Продовжте роботу до 20:00 бодай раз на тиждень."),
    Voice(HOURS, 108, "Озерне", WEB, "Ми працюємо позмінно. Вечірні години дуже допомогли б.", "oksana"),
    Voice(HOURS, 107, "Вербівка", DESK, "Просимо приймати документи у четвер довше."),
    Voice(HOURS, 104, "Зразкове", PHONE, "Чи можна подати заяву ввечері після роботи?"),
    Voice(HOURS, 101, "Зразкове", WEB, "Суботній прийом раз на місяць був би дуже доречний."),
    Voice(HOURS, 99, "Вербівка", WEB, "Дайте змогу отримувати готові документи ввечері."),
    Voice(HOURS, 96, "Зразкове", BOX, "Після 17:00 у будні, будь ласка."),
    Voice(HOURS, 93, "Вербівка", BOX, "Вечірній прийом хоча б двічі на місяць."),
    Voice(QUEUE, 116, "Зразкове", BOX, "У понеділок зранку стояв півтори години. Запишіть людей на час."),
    Voice(QUEUE, 114, "Зразкове", WEB, "Зробіть електронну чергу, щоб не чекати в коридорі."),
    Voice(QUEUE, 111, "Озерне", WEB, "Запис телефоном не працює: постійно зайнято.", "oksana"),
    Voice(QUEUE, 109, "Зразкове", BOX, "Потрібна окрема черга для тих, хто лише забирає готове."),
    Voice(QUEUE, 106, "Вербівка", PHONE, "Запишіть мене на конкретну годину, я їду здалеку."),
    Voice(QUEUE, 103, "Зразкове", DESK, "Поставте табло з номером черги."),
    Voice(QUEUE, 100, "Зразкове", WEB, "Попередній запис через сайт економив би всім час."),
    Voice(QUEUE, 97, "Зразкове", BOX, "Літнім людям важко стояти, дайте стільці й талони."),
    Voice(QUEUE, 95, "Вербівка", WEB, "Додайте запис на прийом онлайн.", "hanna"),
    Voice(ACCESS, 113, "Зразкове", WEB, "Пандус закрутий, з візком самій не заїхати."),
    Voice(ACCESS, 105, "Зразкове", BOX, "Кнопка виклику біля входу не працює."),
    Voice(ACCESS, 102, "Липове", MOBILE, "У мобільному ЦНАПі високі сходи, поставте поручень."),
    Voice(ACCESS, 98, "Зразкове", BOX, "Немає де сповити дитину."),
    Voice(ACCESS, 94, "Зразкове", DESK, "Шрифт на дошці дуже дрібний."),
    Voice(ACCESS, 92, "Зразкове", PHONE, "Двері важко відчинити людині з милицями."),
    Voice(STREET, 62, "Ковалівка", WEB, "Поставте навіс на зупинці біля амбулаторії.", "petro"),
    Voice(STREET, 60, "Ковалівка", BOX, "Зупинка без навісу, у дощ стоїмо мокрі."),
    Voice(STREET, 58, "Ковалівка", MOBILE, "Лавка на зупинці зламана, відремонтуйте."),
    Voice(STREET, 57, "Ковалівка", WEB, "Навіс і освітлення на зупинці біля амбулаторії."),
    Voice(STREET, 55, "Степове", MOBILE, "На повороті до Степового потрібна зупинка з навісом."),
    Voice(STREET, 54, "Ковалівка", DESK, "Просимо накрити зупинку, там чекають діти зі школи."),
    Voice(STREET, 52, "Ковалівка", BOX, "Зробіть зупинку біля амбулаторії людською."),
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
