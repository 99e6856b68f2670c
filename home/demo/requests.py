"""Twenty-two demo requests for public information in every state and age. People and facts of the community are invented."""

from datetime import time, timedelta

from django.utils import timezone

from casework.enums import ApplicantKind, Channel, Delivery
from home.demo.stories import APPLICANT, SYSTEM, Step, Story, give
from participation.inquiries.forms.answers import appeal_clause
from participation.inquiries.models import RefusalGround

OFFICERS = {
    "official": ("Андрій Мельник", "головний спеціаліст відділу земельних відносин та архітектури"),
    "welfare": ("Наталія Кравець", "провідна спеціалістка відділу соціального захисту населення"),
    "utilities": ("Роман Поліщук", "головний спеціаліст відділу житлово-комунального господарства"),
}
HANNA = {"name": "Ганна Коваленко", "email": "hanna@example.org", "phone": "+380 44 000 01 01"}
PETRO = {"name": "Петро Заєць", "email": "petro@example.org"}
OKSANA = {"name": "Оксана Лисенко", "email": "oksana@example.org"}
STEPAN = {"name": "Степан Гринчук", "postal_address": "с. Липове, вул. Лісова, 7", "delivery": Delivery.POST}
VIRA = {"name": "Віра Мазур", "phone": "+380 44 000 01 09", "no_contact": True, "delivery": Delivery.PICKUP}
NGO = {
    "kind": ApplicantKind.ASSOCIATION,
    "name": "Ініціатива «Чисте озеро»",
    "representative": "Марія Дяченко",
    "email": "ozero@example.org",
    "publish_name": True,
}
FARM = {
    "kind": ApplicantKind.LEGAL_ENTITY,
    "name": "Фермерське господарство «Житній лан»",
    "representative": "Богдан Остапчук",
    "email": "lan@example.org",
}


def officer(mailbox):
    """The responsible officer's fields of an answer."""
    name, position = OFFICERS[mailbox]
    return {"officer_name": name, "officer_position": position, "signature": f"{name}, КЕП"}


def full(after, by, text, public=""):
    """The step that drafts a full answer."""
    return Step(after, "draft", by, {"kind": "full", "text": text, "public_text": public or text, **officer(by)})


def refusal(after, by, kind, text, code, reasons, **more):
    """The step that drafts a whole or partial refusal."""
    fields = {
        "kind": kind,
        "text": text,
        "public_text": text,
        "ground": lambda _cast, now: RefusalGround.objects.in_force(timezone.localdate(now)).get(code=code),
        "reasons": reasons,
        "appeal": lambda _cast, _now: appeal_clause(),
        "signed_on": lambda _cast, now: timezone.localdate(now),
        **officer(by),
        **more,
    }
    return Step(after, "draft", by, fields)


def approve(after):
    """The step by which the head gives the answer."""
    return Step(after, "approve", "head")


# Requests of the last days: registered, given to an official, urgent, suspicious.
FRESH = [
    Story(
        "bus", 0, "Скільки рейсів автобуса Зразкове – Степове виконано в жовтні та скільки скасовано? Прошу таблицю за днями.",
        at=time(0, 30), who=HANNA, account="hanna", place="Вербівка",
    ),
    Story(
        "shelter", 0, "Прошу перелік найпростіших укриттів громади із зазначенням адрес, місткості та доступності для людей на кріслах колісних.",
        at=time(0, 10), who=OKSANA, account="oksana", place="Озерне", public_title="Перелік найпростіших укриттів та їх доступність",
    ),
    Story(
        "well", 1, "Які результати останнього дослідження води в громадському колодязі на вул. Польовій у Степовому?",
        at=time(22, 14), who=PETRO, account="petro", place="Степове", more={"urgent_reason": "Після паводка вода каламутна, її п’ють діти."},
        steps=(
            Step(0.4, "urgent_on", "head", {"reason": "Вода загрожує здоров’ю людей, тому відповімо протягом 48 годин."}),
            give(0.42, "utilities"),
        ),
        public_title="Якість води в громадському колодязі у Степовому",
    ),
    Story(
        "spam", 1, "Buy cheap watches http://example.com/watches best price",
        who={"name": "Best Shop", "email": "shop@example.com"}, suspicion="trap",
    ),
    Story(
        "trees", 2, "Прошу копію акта обстеження зелених насаджень у парку біля школи за 2026 рік.",
        who=NGO, steps=(give(0.1, "utilities"),), public_title="Акт обстеження зелених насаджень у парку біля школи",
    ),
    Story(
        "rent", 3, "Надішліть реєстр договорів оренди комунального майна, чинних на 1 листопада: об’єкт, площа, орендна плата, строк.",
        who=FARM, steps=(
            give(0.2, "official"),
            Step(1, "ask_clarify", "official", {"text": "Чи потрібні вам договори оренди земельних ділянок, чи лише приміщень?"}),
        ),
        public_title="Реєстр договорів оренди комунального майна",
    ),
]  # fmt: skip


# Requests at work: extended, billed, postponed, being approved, overdue.
IN_PROGRESS = [
    Story(
        "archive", 9, "Прошу копії всіх рішень виконавчого комітету про виділення коштів на ремонт доріг за 2020–2025 роки.",
        who=PETRO, account="petro", place="Ковалівка",
        steps=(
            give(0.2, "utilities"),
            Step(2, "extend", "utilities", {"reason_code": "volume", "reason": "Рішень понад двісті, частина зберігається в архіві на папері. Відповідь надамо не пізніше 20 робочих днів."}),
        ),
        public_title="Рішення про кошти на ремонт доріг за 2020–2025 роки",
    ),
    Story(
        "copies", 6, "Прошу паперові копії генерального плану Вербівки з пояснювальною запискою.",
        who=STEPAN, place="Липове", channel=Channel.POST,
        steps=(
            give(0.2, "official", by="desk"),
            Step(2, "bill", "official", {"pages_a4": 42, "pages_a3": 6}),
        ),
        public_title="Копії генерального плану Вербівки",
    ),
    Story(
        "power", 8, "Яка сума спожитої електроенергії закладами освіти громади за вересень та жовтень?",
        who=OKSANA, account="oksana", place="Озерне",
        steps=(
            give(0.2, "utilities"),
            Step(3, "postpone", "utilities", {
                "reason": "Через пошкодження лінії електропередачі тимчасово немає доступу до сервера обліку.",
                "until": lambda _cast, _now: timezone.localdate() + timedelta(days=6), **officer("utilities"),
            }),
        ),
        public_title="Споживання електроенергії закладами освіти",
    ),
    Story(
        "queue", 4, "Скільки людей стоїть на квартирному обліку станом на 1 листопада, окремо за категоріями?",
        who=HANNA, account="hanna", place="Вербівка",
        steps=(
            give(0.2, "welfare"),
            full(2, "welfare", "Станом на 1 листопада на квартирному обліку перебуває 37 осіб: 14 внутрішньо переміщених, 9 багатодітних родин, 14 осіб загальної черги."),
        ),
        public_title="Кількість людей на квартирному обліку",
    ),
    Story(
        "lamps", 12, "Скільки світильників вуличного освітлення не працює у Ковалівці та коли їх відремонтують?",
        who=PETRO, account="petro", place="Ковалівка", steps=(give(0.3, "utilities"),),
        public_title="Непрацюючі світильники у Ковалівці",
    ),
    Story(
        "land", 16, "Прошу перелік вільних земельних ділянок комунальної власності для ведення особистого селянського господарства.",
        who=VIRA, place="Липове", channel=Channel.STAROSTA, steps=(give(0.3, "official", by="desk"),),
        public_title="Вільні земельні ділянки комунальної власності",
    ),
    Story(
        "camera", 20, "Прошу договір на встановлення камер спостереження та акт виконаних робіт.",
        who=NGO, steps=(give(0.3, "utilities"), Step(5, "note", "head", {"text": "Запитати копію договору у фінансового відділу."})),
        public_title="Договір на встановлення камер спостереження",
    ),
]  # fmt: skip


# Requests with an answer: in full, in part, refused, corrected, appealed, closed; forwarded and withdrawn ones.
ANSWERED = [
    Story(
        "salary", 13, "Яка загальна сума премій працівникам апарату ради за III квартал 2026 року?", who=HANNA, account="hanna", place="Вербівка",
        steps=(
            give(0.2, "official"),
            full(3, "official", "За III квартал 2026 року працівникам апарату виплачено премій на загальну суму 184 300 гривень."),
            approve(3.2),
        ),
        public_title="Сума премій апарату ради за III квартал",
    ),
    Story(
        "aid", 18, "Прошу список осіб, які отримали матеріальну допомогу у вересні, із сумами.", who=PETRO, account="petro", place="Ковалівка",
        steps=(
            give(0.2, "welfare"),
            refusal(
                3, "welfare", "partial", "Надаємо суми й кількість отримувачів за підставами. Прізвищ не надаємо.", "art22-2",
                "Прізвища отримувачів допомоги за станом здоров’я є конфіденційною інформацією про особу.",
                given_part="У вересні допомогу отримали 26 осіб на суму 78 000 гривень: 15 за станом здоров’я, 11 через скрутне матеріальне становище.",
                interest="Захист прав інших людей: таємниця особистого життя отримувачів допомоги.",
                harm="Розголошення відомостей про стан здоров’я конкретних людей завдасть їм істотної шкоди.",
                balance="Суми й підстави виплат уже дають змогу проконтролювати витрати, тому шкода від розголошення прізвищ переважає.",
            ),
            approve(3.3),
        ),
        public_title="Матеріальна допомога у вересні: суми та кількість отримувачів",
    ),
    Story(
        "school", 22, "Надайте кошторис капітального ремонту обласної лікарні.", who=OKSANA, account="oksana", place="Озерне",
        steps=(
            give(0.2, "utilities"),
            refusal(
                2, "utilities", "refused", "Громада не є замовником цього ремонту і кошторису не має.", "art22-1",
                "Замовником є орган обласного рівня; громада не володіє кошторисом і не зобов’язана ним володіти.",
            ),
            approve(2.4),
        ),
        public_title="Кошторис капітального ремонту обласної лікарні",
    ),
    Story(
        "waste", 27, "Який тариф на вивезення побутових відходів діє з вересня та як його розраховано?", who=NGO,
        steps=(
            give(0.2, "utilities"),
            full(4, "utilities", "З 1 вересня тариф становить 48,20 гривні з особи на місяць. Розрахунок додано до рішення виконавчого комітету № 118."),
            approve(4.3),
            Step(9, "correct", "utilities", {
                "kind": "full", "text": "З 1 вересня тариф становить 46,80 гривні з особи на місяць. Розрахунок додано до рішення виконавчого комітету № 118.",
                "public_text": "З 1 вересня тариф становить 46,80 гривні з особи на місяць. Розрахунок додано до рішення виконавчого комітету № 118.",
                "correction_reason": "У першій відповіді помилково вказано проєктну суму тарифу.", **officer("utilities"),
            }),
            Step(9.4, "approve_correction", "head"),
        ),
        public_title="Тариф на вивезення побутових відходів",
    ),
    Story(
        "playground", 25, "Хто виконував роботи з облаштування майданчика в Озерному та скільки вони коштували?", who=OKSANA, account="oksana", place="Озерне",
        steps=(
            give(0.2, "utilities"),
            full(8, "utilities", "Роботи виконав підрядник за договором № 41, вартість 212 400 гривень."),
            approve(9),
            Step(12, "appeal", APPLICANT, {"text": "Просила назвати підрядника, а у відповіді лише номер договору. Крім того, відповіли із запізненням."}),
        ),
        public_title="Вартість дитячого майданчика в Озерному",
    ),
    Story(
        "bridge", 55, "Прошу технічний висновок про стан мосту через річку Вербову.", who=FARM,
        steps=(
            give(0.2, "official"),
            full(4, "official", "Висновок від 12 серпня надаємо. Міст придатний до руху транспорту масою до 10 тонн."),
            approve(4.5),
            Step(40, "close", SYSTEM),
        ),
        public_title="Технічний висновок про стан мосту",
    ),
    Story(
        "gas", 11, "Коли газифікують вулицю Садову у Липовому?", who=STEPAN, place="Липове", channel=Channel.DESK,
        steps=(
            give(0.2, "utilities", by="desk"),
            Step(1, "forward", "utilities", {"holder": "Оператор газорозподільної системи, Зразкова дільниця", "holder_email": "gas@example.org"}),
        ),
        public_title="Газифікація вулиці Садової у Липовому",
    ),
    Story(
        "budget", 5, "Прошу бюджетний запит відділу освіти на 2027 рік.", who=HANNA, account="hanna", place="Вербівка",
        steps=(give(0.2, "official"), Step(1, "withdraw", APPLICANT, {"reason": "Уже знайшла на сайті, дякую."})),
    ),
    Story(
        "phones", 34, "Скільки звернень надійшло на гарячу лінію у вересні й жовтні та скільки з них вирішено?", who=VIRA, place="Зразкове", channel=Channel.PHONE,
        steps=(
            give(0.2, "welfare", by="desk"),
            full(3, "welfare", "У вересні й жовтні на гарячу лінію надійшло 214 звернень, вирішено 197."),
            approve(3.5),
        ),
        public_title="Звернення на гарячу лінію у вересні та жовтні",
    ),
]  # fmt: skip


def all_requests():
    """Every demo request, the oldest first, so that numbers follow the days."""
    return sorted([*FRESH, *IN_PROGRESS, *ANSWERED], key=lambda story: (-story.ago, story.at))
