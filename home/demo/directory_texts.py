"""Units, posts and people of the invented directory."""

from .places import CENTRE, LAND, UTILITIES, WELFARE

FINANCE, CHILDREN, OFFICE = "Фінансовий відділ", "Служба у справах дітей", "Загальний відділ"

# unit, English name, part of, duties, duties in English, room, phone
PROFILES = [
    (
        CENTRE,
        "Administrative Service Centre",
        None,
        [
            "приймає заяви й видає результати адміністративних послуг",
            "приймає у віддалених селах (мобільний ЦНАП)",
            "веде цей сайт і відповідає на звернення, що надходять через нього",
        ],
        [
            "takes applications and hands out results of administrative services",
            "visits remote villages (mobile centre)",
            "keeps this site",
        ],
        "зала на першому поверсі",
        "+380 44 000 15 80",
    ),
    (
        LAND,
        "Land and Architecture Department",
        None,
        ["готує рішення про землю громади", "видає будівельні паспорти та містобудівні умови", "веде адресний реєстр"],
        [
            "prepares decisions about the community’s land",
            "issues building passports",
            "keeps the register of addresses",
        ],
        "кабінет 105",
        "+380 44 000 15 82",
    ),
    (
        WELFARE,
        "Social Protection Department",
        None,
        [
            "приймає документи на допомоги та пільги",
            "допомагає ветеранам, переселенцям, людям з інвалідністю",
            "організовує догляд удома",
        ],
        [
            "takes documents for benefits",
            "helps veterans, displaced people and people with disabilities",
            "organises care at home",
        ],
        "кабінети 110–112",
        "+380 44 000 15 83",
    ),
    (
        CHILDREN,
        "Children’s Service",
        WELFARE,
        ["захищає права дітей", "працює з опікунами та прийомними родинами"],
        ["protects the rights of children", "works with guardians and foster families"],
        "кабінет 113",
        "+380 44 000 15 84",
    ),
    (
        UTILITIES,
        "Utilities and Improvement Department",
        None,
        ["дбає про дороги, освітлення, дворові території", "видає дозволи на порушення благоустрою"],
        ["looks after roads, lights and yards", "issues permits for works in public places"],
        "кабінет 207",
        "+380 44 000 15 85",
    ),
    (
        FINANCE,
        "Finance Department",
        None,
        ["складає бюджет громади і звітує про нього"],
        ["draws up the budget and reports on it"],
        "кабінет 210",
        "+380 44 000 15 86",
    ),
    (
        OFFICE,
        "General Department",
        None,
        ["веде діловодство й архів", "реєструє звернення і запити"],
        ["keeps records and the archive", "registers requests"],
        "кабінет 202",
        "+380 44 000 15 87",
    ),
]

# key, unit (None: leadership), title, in English, heads it, phone, mailbox, room, duties
POSTS = [
    ("head", None, "Голова громади", "Head of the community", True, "+380 44 000 15 81", "holova", "201", "Очолює виконавчий комітет, підписує рішення ради, представляє громаду."),
    ("deputy", None, "Заступник голови з питань діяльності виконавчих органів", "Deputy head for executive bodies", False, "+380 44 000 15 88", "zastupnyk", "203", "Координує ЦНАП, соціальний захист, освіту й медицину."),
    ("secretary", None, "Секретар ради", "Secretary of the council", False, "+380 44 000 15 89", "sekretar", "204", "Готує сесії ради, працює з депутатами."),
    ("chief", None, "Керуючий справами виконавчого комітету", "Executive committee manager", False, "+380 44 000 15 90", "spravy", "205", "Організовує роботу апарату."),
    ("cnap_head", CENTRE, "Начальник відділу «ЦНАП»", "Head of the Administrative Service Centre", True, "+380 44 000 15 80", "cnap", "", "Відповідає за якість послуг, графік і роботу мобільного ЦНАП."),
    ("cnap_admin", CENTRE, "Адміністратор", "Administrator", False, "+380 44 000 15 80", "", "", ""),
    ("press", CENTRE, "Головний спеціаліст з комунікацій", "Communications specialist", False, "+380 44 000 15 91", "press", "", ""),
    ("it", CENTRE, "Головний спеціаліст з інформаційних технологій", "Information technology specialist", False, "", "it", "", ""),
    ("land_head", LAND, "Начальник відділу земельних відносин та архітектури", "Head of the Land and Architecture Department", True, "+380 44 000 15 82", "land", "105", ""),
    ("land_specialist", LAND, "Головний спеціаліст", "Chief specialist", False, "+380 44 000 15 82", "", "105", ""),
    ("welfare_head", WELFARE, "Начальник відділу соціального захисту", "Head of the Social Protection Department", True, "+380 44 000 15 83", "welfare", "110", ""),
    ("welfare_lead", WELFARE, "Провідний спеціаліст", "Leading specialist", False, "+380 44 000 15 83", "", "111", ""),
    ("children_head", CHILDREN, "Начальник служби у справах дітей", "Head of the Children’s Service", True, "+380 44 000 15 84", "children", "113", ""),
    ("utilities_head", UTILITIES, "Начальник відділу ЖКГ та благоустрою", "Head of the Utilities Department", True, "+380 44 000 15 85", "utilities", "207", ""),
    ("utilities_lead", UTILITIES, "Головний спеціаліст із благоустрою", "Improvement specialist", False, "+380 44 000 15 85", "", "208", ""),
    ("finance_head", FINANCE, "Начальник фінансового відділу", "Head of the Finance Department", True, "+380 44 000 15 86", "finance", "210", ""),
]  # fmt: skip

NAME, PHOTO = "name", "photo"
# key, name, what the consent covers, bio, colour of the drawn portrait ("" for none)
CONSENTS = [
    ("dovzhenko", "Сергій Довженко", (NAME, PHOTO), "Голова громади другу каденцію. За освітою інженер-будівельник.", "#0057b7"),
    ("marchenko", "Людмила Марченко", (NAME,), "Двадцять років працювала в місцевому самоврядуванні.", ""),
    ("rudenko", "Віктор Руденко", (), "", ""),
    ("hnatiuk", "Олена Гнатюк", (NAME, PHOTO), "Створювала центр із першого дня.", "#006b3c"),
    ("boiko", "Тетяна Бойко", (NAME,), "", ""),
    ("savchuk", "Ірина Савчук", (NAME,), "", ""),
    ("melnyk", "Андрій Мельник", (NAME,), "", ""),
    ("kravets", "Наталія Кравець", (), "", ""),
    ("sydorenko", "Галина Сидоренко", (NAME,), "", ""),
    ("polishchuk", "Роман Поліщук", (), "", ""),
    ("honchar", "Юрій Гончар", (NAME,), "", ""),
    ("klymenko", "Світлана Клименко", (), "", ""),
    ("tkach", "Дмитро Ткач", (), "", ""),
    ("kravchuk", "Микола Кравчук", (NAME,), "", ""),
    ("bondar", "Павло Бондар", (), "", ""),
]  # fmt: skip
