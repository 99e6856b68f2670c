"""Life situations: what to do first and what belongs together. Services are named by their addresses."""

DIIA = "https://diia.gov.ua/"
SITUATIONS = [
    {
        "title": "Народилася дитина",
        "slug": "narodzhennia-dytyny",
        "icon": "baby",
        "lead": "Свідоцтво про народження, місце проживання, допомога і перший документ малюка.",
        "tasks": [
            ("Зареєструвати народження", "action", "reiestratsiia-narodzhennia"),
            ("Подати заяву на допомогу при народженні", "action", "dopomoha-pry-narodzhenni"),
            ("єМалятко: кілька послуг однією заявою", "information", DIIA),
            ("Як вибрати педіатра й укласти декларацію", "information", "https://nszu.gov.ua/"),
        ],
        "groups": [
            (
                "Документи дитини",
                ["reiestratsiia-narodzhennia", "reiestratsiia-mistsia-prozhyvannia", "zakordonnyi-pasport"],
            ),
            (
                "Гроші й пільги",
                ["dopomoha-pry-narodzhenni", "dopomoha-odynokii-materi", "posvidchennia-batkiv-bahatoditnoi-simi"],
            ),
        ],
        "tagged": ["dopomoha-malozabezpechenym"],
        "english": {
            "title": "A child was born",
            "lead": "Birth certificate, place of residence, benefits and the first document of the baby.",
            "words": {
                "Зареєструвати народження": "Register the birth",
                "Подати заяву на допомогу при народженні": "Apply for the birth benefit",
                "єМалятко: кілька послуг однією заявою": "eMaliatko: several services by one application",
                "Як вибрати педіатра й укласти декларацію": "How to choose a paediatrician",
                "Документи дитини": "Documents of the child",
                "Гроші й пільги": "Money and benefits",
            },
        },
    },
    {
        "title": "Переїзд або зміна адреси",
        "slug": "pereizd",
        "icon": "home",
        "lead": "Зареєструвати місце проживання, знятися зі старого, отримати адресу для нового будинку.",
        "tasks": [
            ("Зареєструвати місце проживання", "action", "reiestratsiia-mistsia-prozhyvannia"),
            ("Подати заяву онлайн", "action", DIIA),
            ("Скільки днів є на реєстрацію", "information", "reiestratsiia-mistsia-prozhyvannia"),
        ],
        "groups": [
            ("Адреса людини", ["reiestratsiia-mistsia-prozhyvannia", "zniattia-z-reiestratsii-mistsia-prozhyvannia"]),
            ("Адреса будинку", ["prysvoiennia-adresy", "vytiah-z-dzk"]),
        ],
        "tagged": ["subsydiia", "obmin-pasporta"],
    },
    {
        "title": "Загубилися або вкрадені документи",
        "slug": "vtrata-dokumentiv",
        "icon": "card",
        "lead": "Спершу зробіть документ недійсним, потім отримайте новий. Порядок дій і послуги.",
        "tasks": [
            ("Повідомити про втрату паспорта", "action", "vtrata-pasporta"),
            ("Перевірити кредитну історію: чи не оформили позику на вас", "action", "https://www.ubki.ua/"),
            ("Послуги міграційної служби", "information", "https://dmsu.gov.ua/"),
        ],
        "groups": [("Відновити документ", ["vtrata-pasporta", "obmin-pasporta", "zakordonnyi-pasport"])],
        "tagged": ["povtorne-svidotstvo", "obmin-vodiiskoho-posvidchennia", "posvidchennia-batkiv-bahatoditnoi-simi"],
    },
    {
        "title": "Вихід на пенсію",
        "slug": "vykhid-na-pensiiu",
        "icon": "calendar",
        "lead": "Коли подавати заяву, де перевірити стаж і на яку підтримку ще можна розраховувати.",
        "tasks": [
            ("Призначити пенсію за віком", "action", "pensiia-za-vikom"),
            ("Перевірити страховий стаж", "information", "https://portal.pfu.gov.ua/"),
        ],
        "groups": [("Гроші й підтримка", ["pensiia-za-vikom", "subsydiia", "dopomoha-malozabezpechenym"])],
        "tagged": ["dopomoha-osobam-z-invalidnistiu"],
    },
    {
        "title": "Відкриваю власну справу",
        "slug": "vlasna-sprava",
        "icon": "briefcase",
        "lead": "Зареєструватися підприємцем, вибрати податки, змінити дані або закрити справу.",
        "tasks": [
            ("Зареєструвати ФОП", "action", "reiestratsiia-fop"),
            ("Подати заяву онлайн", "action", DIIA),
            ("Яку групу єдиного податку вибрати", "information", "https://tax.gov.ua/"),
        ],
        "groups": [("Почати й закрити справу", ["reiestratsiia-fop", "prypynennia-fop"])],
        "tagged": ["vytiah-z-dzk"],
    },
    {
        "title": "Земельна ділянка",
        "slug": "zemelna-dilianka",
        "icon": "leaf",
        "lead": "Витяг, відомості про ділянку, адреса, оренда: що замовити і де.",
        "ordering": "alphabetical",
        "tasks": [
            ("Замовити витяг з кадастру", "action", "vytiah-z-dzk"),
            ("Подивитися ділянку на кадастровій карті", "information", "https://e.land.gov.ua/"),
        ],
        "groups": [
            ("Ділянка", ["vytiah-z-dzk", "reiestratsiia-zemelnoi-dilianky", "normatyvna-hroshova-otsinka"]),
            ("Право власності й адреса", ["reiestratsiia-prava-vlasnosti", "prysvoiennia-adresy"]),
            ("Будівництво", ["budivelnyi-pasport", "povidomlennia-pro-pochatok-budivelnykh-robit"]),
        ],
        "tagged": [],
    },
    {
        "title": "Переїхали через війну (ВПО)",
        "slug": "vpo",
        "icon": "van",
        "lead": "Довідка переселенця, виплати, житло і все, що потрібно на новому місці.",
        "tasks": [
            ("Отримати довідку ВПО", "action", "dovidka-vpo"),
            ("Отримати довідку в застосунку Дія", "action", DIIA),
            ("Виплати на проживання: хто має право", "information", "https://www.pfu.gov.ua/"),
        ],
        "groups": [
            ("Документи", ["dovidka-vpo", "vtrata-pasporta", "obmin-pasporta"]),
            ("Гроші й підтримка", ["dopomoha-malozabezpechenym", "subsydiia"]),
        ],
        "tagged": ["dopomoha-osobam-z-invalidnistiu"],
        "english": {
            "title": "We moved because of the war",
            "lead": "Certificate of a displaced person, payments, housing and all you need in a new place.",
            "words": {
                "Отримати довідку ВПО": "Get the certificate of a displaced person",
                "Отримати довідку в застосунку Дія": "Get the certificate in the Diia app",
                "Виплати на проживання: хто має право": "Payments for living: who is entitled",
                "Документи": "Documents",
                "Гроші й підтримка": "Money and support",
            },
        },
    },
    {
        "title": "Повернення зі служби: ветеран",
        "slug": "veteran",
        "icon": "medal",
        "lead": "Статус, посвідчення, пільги і допомога ветеранам та їхнім сім’ям.",
        "tasks": [
            ("Отримати статус учасника бойових дій", "action", "status-uchasnyka-boiovykh-dii"),
            ("Отримати статус члена сім’ї загиблого", "action", "status-chlena-simi-zahybloho"),
            ("Портал послуг для ветеранів", "information", "https://eveteran.gov.ua/"),
        ],
        "groups": [
            ("Статус і посвідчення", ["status-uchasnyka-boiovykh-dii", "status-chlena-simi-zahybloho"]),
            ("Підтримка", ["dopomoha-osobam-z-invalidnistiu", "subsydiia"]),
        ],
        "tagged": ["reiestratsiia-fop"],
    },
    {
        "title": "Втрата близької людини",
        "slug": "vtrata-blyzkoi-liudyny",
        "icon": "heart",
        "lead": "Що зробити в перші дні, а що може зачекати. Співчуваємо і підкажемо кожен крок.",
        "tasks": [
            ("Зареєструвати смерть", "action", "reiestratsiia-smerti"),
            ("Подати на допомогу на поховання", "action", "dopomoha-na-pokhovannia"),
            ("Спадщина: до нотаріуса протягом шести місяців", "information", "https://legalaid.gov.ua/"),
        ],
        "groups": [
            ("Перші дні", ["reiestratsiia-smerti", "dopomoha-na-pokhovannia"]),
            ("Згодом", ["zniattia-z-reiestratsii-mistsia-prozhyvannia", "vytiah-z-dzk"]),
        ],
        "tagged": ["subsydiia"],
    },
]
