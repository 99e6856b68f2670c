"""Texts of the invented documents."""

from .places import CENTRE, UTILITIES

COUNCIL, COMMITTEE, HEAD_OF, AGENCY = "Рада громади", "Виконавчий комітет", "Голова громади", "Орган сертифікації"
BODIES = [
    (COUNCIL, "Council of the community"),
    (COMMITTEE, "Executive committee"),
    (HEAD_OF, "Head of the community"),
    (AGENCY, "Certification body"),
]
DECISION, ORDER, REGULATION, STATUTE, PROGRAMME, MINUTES, CERTIFICATE = (
    "Рішення",
    "Розпорядження",
    "Регламент",
    "Положення",
    "Програма",
    "Протокол",
    "Сертифікат",
)
KINDS = [
    (DECISION, "Decision"),
    (ORDER, "Order"),
    (REGULATION, "Rules of procedure"),
    (STATUTE, "Regulation"),
    (PROGRAMME, "Programme"),
    (MINUTES, "Minutes"),
    (CERTIFICATE, "Certificate"),
]


def _heading(text):
    return ("heading", {"text": text, "level": "h2"})


def _paragraph(html):
    return ("paragraph", html)


RULES_TEXT = [
    _heading("1. Загальні положення"),
    _paragraph("<p>Регламент визначає порядок організації роботи ЦНАП і дій адміністраторів. Він розроблений на основі Примірного "
               "регламенту, затвердженого постановою Кабінету Міністрів України від 1 серпня 2013 р. № 588.</p>"),
    _heading("2. Прийом відвідувачів"),
    _paragraph("<p>Відвідувачів приймають у порядку електронної черги. Позачергово приймають осіб з інвалідністю, вагітних жінок, "
               "батьків із дітьми до трьох років, ветеранів війни.</p>"),
    _heading("3. Видача результату"),
    _paragraph("<p>Про готовність результату заявника повідомляють у день його надходження до центру обраним у заяві способом.</p>"),
]  # fmt: skip

DOCUMENTS = [
    {"slug": "rehlament-tsnap-2026", "kind": REGULATION, "number": "412", "body": COMMITTEE, "days_ago": 62, "status": "in_force",
     "title": "Регламент центру надання адміністративних послуг", "lead": "Як працює центр: прийом, черга, видача результатів, взаємодія з суб’єктами надання послуг.",
     "files": ["Текст регламенту", "Додаток 1. Інформаційна картка (форма)"], "text": RULES_TEXT, "unit": CENTRE, "topic": "Послуги"},
    {"slug": "rehlament-tsnap-2021", "kind": REGULATION, "number": "187", "body": COMMITTEE, "days_ago": 1850, "status": "repealed",
     "title": "Регламент центру надання адміністративних послуг (редакція 2021 року)", "lead": "Попередня редакція регламенту.",
     "files": ["Текст регламенту"], "unit": CENTRE},
    {"slug": "polozhennia-pro-tsnap", "kind": STATUTE, "number": "38-12/VIII", "body": COUNCIL, "days_ago": 700, "status": "changed",
     "title": "Положення про центр надання адміністративних послуг", "lead": "Завдання центру, його структура, права і відповідальність.",
     "files": ["Текст положення"], "unit": CENTRE},
    {"slug": "zminy-do-polozhennia-pro-tsnap", "kind": DECISION, "number": "52-7/VIII", "body": COUNCIL, "days_ago": 118, "status": "in_force",
     "title": "Про внесення змін до Положення про центр надання адміністративних послуг", "lead": "До складу центру включено мобільний ЦНАП і п’ять віддалених робочих місць.",
     "files": ["Текст рішення"]},
    {"slug": "perelik-posluh", "kind": DECISION, "number": "53-4/VIII", "body": COUNCIL, "days_ago": 88, "status": "in_force",
     "title": "Про затвердження переліку адміністративних послуг, які надаються через ЦНАП", "lead": "Повний перелік послуг із суб’єктами надання та місцями, де їх можна отримати.",
     "files": ["Текст рішення", "Додаток. Перелік послуг"], "topic": "Послуги", "unit": CENTRE},
    {"slug": "kontseptsiia-rozvytku-posluh", "kind": DECISION, "number": "96", "body": COMMITTEE, "days_ago": 430, "status": "in_force",
     "title": "Про затвердження Концепції розвитку послуг на 2025–2027 роки", "lead": "Мета, напрями й показники; виконання показано на сторінці проєкту.",
     "files": ["Текст концепції", "Додаток. План заходів"], "unit": CENTRE},
    {"slug": "prohrama-bezbariernosti", "kind": PROGRAMME, "number": "47-3/VIII", "body": COUNCIL, "days_ago": 380, "status": "in_force", "valid_days": 1095,
     "title": "Програма безбар’єрності на три роки", "lead": "Заходи, строки й кошти, щоб усі громадські будівлі стали доступними.",
     "files": ["Текст програми"], "topic": "Доступність"},
    {"slug": "hrafik-vyiznoho-pryiomu", "kind": ORDER, "number": "214-р", "body": HEAD_OF, "days_ago": 25, "status": "in_force",
     "title": "Про графік виїзного прийому мобільного ЦНАП", "lead": "Маршрути й дати виїздів на наступний квартал.",
     "files": ["Текст розпорядження"], "topic": "Графік", "unit": CENTRE},
    {"slug": "osobystyi-pryiom", "kind": ORDER, "number": "31-р", "body": HEAD_OF, "days_ago": 300, "status": "in_force",
     "title": "Про порядок особистого прийому громадян", "lead": "Дні й години прийому головою, заступником і секретарем ради.",
     "files": ["Текст розпорядження"]},
    {"slug": "protokol-sesii-53", "kind": MINUTES, "number": "53", "body": COUNCIL, "days_ago": 88, "status": "in_force",
     "title": "Протокол п’ятдесят третьої сесії ради", "lead": "Порядок денний, перебіг, результати поіменного голосування.",
     "files": ["Протокол", "Результати поіменного голосування"]},
    {"slug": "proiekt-pravyl-blahoustroiu", "kind": DECISION, "number": "", "body": COUNCIL, "days_ago": None, "status": "draft",
     "title": "Про затвердження Правил благоустрою території громади", "lead": "Проєкт рішення винесено на обговорення.",
     "files": ["Проєкт рішення", "Пояснювальна записка"], "unit": UTILITIES},
    {"slug": "sertyfikat-yakosti", "kind": CERTIFICATE, "number": "UA.9001.0457", "body": AGENCY, "days_ago": 500, "status": "in_force", "valid_days": 1095,
     "title": "Сертифікат системи управління якістю ДСТУ EN ISO 9001:2018", "lead": "Підтверджує, що робота центру відповідає стандарту якості.",
     "files": ["Копія сертифіката"], "unit": CENTRE},
]  # fmt: skip
LINKS = [
    ("rehlament-tsnap-2026", "repeals", "rehlament-tsnap-2021"),
    ("zminy-do-polozhennia-pro-tsnap", "changes", "polozhennia-pro-tsnap"),
    ("rehlament-tsnap-2026", "carries_out", "polozhennia-pro-tsnap"),
    ("hrafik-vyiznoho-pryiomu", "carries_out", "polozhennia-pro-tsnap"),
]
