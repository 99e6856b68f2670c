"""Texts and numbers of the invented partners and projects."""

from cms.models import PartnerKind, ProjectState, StageState

from .places import CENTRE, UTILITIES

FOUNDATION, NGO, CLINIC, FARM, REGION = (
    "Фонд підтримки громад «Опора»",
    "ГО «Відкриті двері»",
    "Районний центр безоплатної правничої допомоги",
    "Фермерське господарство «Зразкове поле»",
    "Обласна державна адміністрація",
)
# name, in English, kind, together, in English, years
PARTNERS = [
    (FOUNDATION, "Opora Community Foundation", PartnerKind.DONOR, "Придбали автомобіль мобільного ЦНАП і навчили адміністраторів виїзного прийому.", "Bought the vehicle of the mobile centre and trained its administrators.", 3),
    (NGO, "Open Doors NGO", PartnerKind.NGO, "Щороку перевіряють доступність центру разом із людьми з інвалідністю та радять, що виправити.", "Every year they check how accessible the centre is, together with people with disabilities.", 2),
    (CLINIC, "District Free Legal Aid Centre", PartnerKind.AUTHORITY, "Двічі на місяць юристи консультують у приміщенні ЦНАП.", "Lawyers give free advice at the centre twice a month.", 4),
    (FARM, "Zrazkove Pole Farm", PartnerKind.BUSINESS, "Облаштували пандус і дитячий куточок у віддаленому робочому місці в Ковалівці.", "Built the ramp and the children’s corner at the remote workplace in Kovalivka.", 1),
    (REGION, "Regional State Administration", PartnerKind.AUTHORITY, "Співфінансують ремонт центру та обмінюються даними реєстрів.", "Co-finance the renovation of the centre.", 5),
]  # fmt: skip

REGISTER = "Журнал обліку послуг ЦНАП"
PROJECTS = [
    {
        "slug": "posluhy-blyzhche",
        "title": "Послуги ближче: віддалені робочі місця в кожному окрузі",
        "lead": "За два роки відкриваємо робочі місця адміністраторів у старостинських округах, щоб по довідку не їздити в центр.",
        "state": ProjectState.UNDER_WAY,
        "starts": -420,
        "ends": 310,
        "unit": CENTRE,
        "body": [
            "<p>Мешканець віддаленого села витрачає на поїздку до центру до п’яти годин. Концепцію розвитку послуг "
            "затверджено виконавчим комітетом; цей проєкт її виконує.</p>"
        ],
        "goals": [
            ("Відкрити віддалені робочі місця", "відкрито віддалених робочих місць", "", 1, 5, "Накази відділу «ЦНАП»", [(-400, 1), (-250, 2), (-120, 3), (-20, 4)]),
            ("Скоротити дорогу до послуги", "середній час дороги до найближчого місця", "хв", 95, 30, "Опитування відвідувачів", [(-400, 95), (-200, 71), (-30, 52)]),
            ("Більше послуг поза центром", "частка послуг, наданих поза центром", "%", 4, 35, REGISTER, [(-400, 4), (-300, 9), (-200, 15), (-100, 19), (-15, 22)]),
        ],
        "stages": [
            ("Обстежили приміщення і дороги до них", -420, -360, StageState.DONE),
            ("Обладнали робочі місця у Вербівці та Ковалівці", -360, -120, StageState.DONE),
            ("Обладнуємо робоче місце в Озерному", -120, 45, StageState.UNDER_WAY),
            ("Навчання адміністраторів і відкриття в Липовому", 45, 200, StageState.PLANNED),
        ],
        "budget": [("Бюджет громади", 620_000, 410_500), (FOUNDATION, 880_000, 702_300)],
        "partners": [FOUNDATION, FARM],
        "english": {
            "title": "Services closer: remote workplaces in every district",
            "lead": "Within two years we open administrators’ workplaces in the starosta districts, so that nobody travels for a certificate.",
            "body": "<p>A resident of a remote village spends up to five hours on a trip to the centre. This project carries out the "
            "concept approved by the executive committee.</p>",
            "goals": ["Open remote workplaces", "Shorten the way to a service", "More services outside the centre"],
            "indicators": [("remote workplaces opened", ""), ("average time to the nearest place", "min"), ("share of services outside the centre", "%")],
            "stages": ["Premises surveyed", "Workplaces in Verbivka and Kovalivka equipped", "Workplace in Ozerne being equipped", "Training and opening in Lypove"],
            "budget": ["Budget of the community", "Opora Community Foundation"],
        },
    },
    {
        "slug": "dostupnyi-tsentr",
        "title": "Доступний центр",
        "lead": "Зробили приміщення центру зручним для людей на кріслах колісних, незрячих, батьків із візочками.",
        "state": ProjectState.FINISHED,
        "starts": -700,
        "ends": -90,
        "unit": CENTRE,
        "body": ["<p>Починали з перевірки: разом із громадською організацією пройшли шлях відвідувача від зупинки до вікна.</p>"],
        "results": ["<p>Усунуто 27 із 27 перешкод. Центр має пандус, тактильну смугу, кнопку виклику та доступну вбиральню.</p>"],
        "goals": [
            ("Усунути перешкоди", "усунуто перешкод", "", 0, 27, "Акт перевірки доступності", [(-640, 3), (-480, 11), (-300, 20), (-95, 27)]),
        ],
        "stages": [
            ("Перевірка доступності", -700, -660, StageState.DONE),
            ("Ремонт входу й зали", -640, -200, StageState.DONE),
            ("Повторна перевірка", -120, -90, StageState.DONE),
        ],
        "budget": [("Бюджет громади", 340_000, 338_900), (REGION, 500_000, 500_000)],
        "partners": [NGO, REGION],
    },
    {
        "slug": "svitli-vulytsi",
        "title": "Світлі вулиці: ощадне освітлення",
        "lead": "Замінимо ртутні ліхтарі світлодіодними у трьох селах і заощадимо на електриці.",
        "state": ProjectState.PLANNED,
        "starts": 60,
        "ends": 420,
        "unit": UTILITIES,
        "body": ["<p>Проєкт обговорюють із мешканцями. Пропозиції щодо черговості вулиць приймає відділ благоустрою.</p>"],
        "goals": [("Замінити ліхтарі", "замінено ліхтарів", "шт.", 0, 240, "", [])],
        "stages": [
            ("Обговорення черговості вулиць", -10, 40, StageState.UNDER_WAY),
            ("Закупівля", 60, 130, StageState.PLANNED),
            ("Монтаж", 130, 420, StageState.PLANNED),
        ],
        "budget": [("Бюджет громади", 1_150_000, None)],
        "partners": [],
    },
]  # fmt: skip
