"""Texts of the skeleton: they are true of every installation and an editor may change them."""


def _heading(text):
    return ("heading", {"text": text, "level": "h2"})


def _paragraph(html):
    return ("paragraph", html)


ACCESSIBILITY_UK = [
    _heading("Наскільки сайт доступний"),
    _paragraph(
        "<p>Ми робимо сайт за ДСТУ EN 301 549:2022 та настановами з доступності вебвмісту WCAG 2.2 рівня AA. "
        "Цього вимагає постанова Кабінету Міністрів України від 21 липня 2023 р. № 757.</p>"
    ),
    _paragraph(
        "<ul><li>Усі дії можна виконати з клавіатури; видно, на якому елементі ви перебуваєте.</li>"
        "<li>Текст читають програми екранного доступу; зображення, які щось означають, описано словами.</li>"
        "<li>Сторінки вміщуються на екран завширшки 320 пікселів і працюють без скриптів.</li>"
        "<li>Кожну діаграму повторює таблиця.</li></ul>"
    ),
    _heading("Більший текст і контраст"),
    _paragraph(
        "<p>Перемикач угорі кожної сторінки збільшує текст і посилює контраст. Вибір запам’ятовується на вашому "
        "пристрої, нам він не надсилається разом з іменем. Темне оформлення вмикається за налаштуваннями пристрою "
        "або на сторінці вигляду сайту.</p>"
    ),
    _heading("Що ще не доступне"),
    _paragraph(
        "<p>Деякі документи, отримані від інших установ, є сканованими зображеннями. Якщо вам потрібен такий документ "
        "у вигляді тексту, напишіть або зателефонуйте: підготуємо його й надішлемо.</p>"
    ),
    _heading("Якщо щось не виходить"),
    _paragraph(
        "<p>Повідомте адресу сторінки й опишіть, що саме не вдалося. Контакти є внизу кожної сторінки. Ми допоможемо "
        "отримати потрібне іншим шляхом: телефоном, поштою або в центрі, і виправимо сторінку.</p>"
    ),
]
PERSONAL_DATA_UK = [
    _heading("Які дані ми збираємо"),
    _paragraph(
        "<p>Лише ті, що потрібні, аби розглянути ваше звернення чи запит і надіслати відповідь:</p>"
        "<ul><li>ім’я або назву організації;</li><li>електронну чи поштову адресу, за бажанням телефон;</li>"
        "<li>текст звернення та додані файли;</li><li>дані облікового запису, якщо ви його створили.</li></ul>"
        "<p>Читати сайт можна без реєстрації. Відвідування рахуємо лише кількістю на день: без адрес, без файлів "
        "cookie для стеження, без сторонніх лічильників.</p>"
    ),
    _heading("На якій підставі"),
    _paragraph(
        "<p>Закон України «Про захист персональних даних» від 1 червня 2010 р. № 2297-VI, стаття 11: виконання "
        "обов’язку, який закон покладає на володільця даних. Самі обов’язки встановлено законами:</p>"
        "<ul><li>«Про доступ до публічної інформації» № 2939-VI;</li>"
        "<li>«Про звернення громадян» № 393/96-ВР;</li>"
        "<li>«Про місцеве самоврядування в Україні» № 280/97-ВР.</li></ul>"
        "<p>Там, де закон не зобов’язує нас збирати дані, ми просимо вашої згоди, і її можна відкликати.</p>"
    ),
    _heading("Хто бачить ваші дані"),
    _paragraph(
        "<p>Працівники, які розглядають вашу справу. Кожен перегляд і зміну справи записано в журналі. Ім’я та контакти "
        "не оприлюднюємо: у відкритому реєстрі запитів видно тему, дати і відповідь без персональних даних. "
        "Іншому органу передаємо дані лише тоді, коли закон велить переслати йому звернення, і повідомляємо вас про це.</p>"
    ),
    _heading("Як довго зберігаємо"),
    _paragraph(
        "<p>Доки діє строк зберігання справи за номенклатурою. Після цього персональні дані знищуємо, а знеособлений запис "
        "лишається для звітності.</p>"
    ),
    _heading("Ваші права"),
    _paragraph(
        "<p>За статтею 8 Закону № 2297-VI ви можете дізнатися, які ваші дані ми маємо, отримати їх, вимагати виправити або "
        "знищити, заперечити проти обробки. Відповідаємо протягом 30 календарних днів. В особистому кабінеті все це можна "
        "зробити самостійно: завантажити свої дані або стерти їх.</p>"
        "<p>Якщо ви вважаєте, що ваші права порушено, зверніться до Уповноваженого Верховної Ради України з прав людини "
        "або до суду.</p>"
    ),
]
ACCESSIBILITY_EN = [
    _heading("How accessible this site is"),
    _paragraph(
        "<p>We build the site to DSTU EN 301 549:2022 and the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, "
        "as resolution No 757 of the Cabinet of Ministers of Ukraine of 21 July 2023 requires.</p>"
    ),
    _paragraph(
        "<ul><li>Everything works from the keyboard, and you can see where you are.</li>"
        "<li>Screen readers can read the text; pictures that mean something are described in words.</li>"
        "<li>Pages fit a screen 320 pixels wide and work without scripts.</li>"
        "<li>Every chart is repeated as a table.</li></ul>"
    ),
    _heading("If something does not work"),
    _paragraph(
        "<p>Tell us the address of the page and what you could not do. We will help you by phone, by post or at the centre, "
        "and mend the page.</p>"
    ),
]
PERSONAL_DATA_EN = [
    _heading("What we collect and why"),
    _paragraph(
        "<p>Only what we need to consider your request and to answer it: your name, an e-mail or postal address, the text and "
        "the files you attach. The ground is Article 11 of the Law of Ukraine on Personal Data Protection No 2297-VI: a duty "
        "that the law lays on us. You can read the site without an account; visits are counted only as one number a day.</p>"
    ),
    _heading("Your rights"),
    _paragraph(
        "<p>Under Article 8 of the same law you may learn which of your data we keep, receive them, have them corrected or "
        "erased, or object. We answer within 30 calendar days. You may also complain to the Ukrainian Parliament "
        "Commissioner for Human Rights or to a court.</p>"
    ),
]

UKRAINIAN = {
    "home": {"title": "Головна", "slug": "uk", "heading": "Чим можемо допомогти?"},
    "indexes": [
        {
            "title": "Новини",
            "slug": "novyny",
            "lead": "Що нового у громаді та в центрі надання адміністративних послуг.",
            "show_in_menus": True,
        }
    ],
    "services": [
        {
            "title": "Послуги",
            "slug": "posluhy",
            "lead": "Що потрібно, скільки коштує, скільки триває і де отримати кожну адміністративну послугу.",
            "show_in_menus": True,
        }
    ],
    "situations": [
        {
            "title": "Життєві ситуації",
            "slug": "zhyttievi-sytuatsii",
            "lead": "Щось сталося або змінилося? Тут зібрано все, що треба зробити, одним списком.",
        }
    ],
    "finder": [
        {
            "title": "Знайти послугу",
            "slug": "znaity-posluhu",
            "lead": "Не знаєте, як називається потрібна послуга? Дайте відповідь на кілька простих запитань.",
        }
    ],
    "samples": [
        {
            "title": "Зразки заяв",
            "slug": "zrazky",
            "lead": "Бланки, заповнені зразки й пояснення. Деякі заяви можна заповнити тут і роздрукувати.",
        }
    ],
    "places": [
        {
            "title": "Центри й віддалені робочі місця",
            "slug": "tsentry",
            "lead": "Куди прийти, о котрій годині відчинено і як потрапити всередину.",
            "show_in_menus": True,
        }
    ],
    "mobile": [
        {
            "title": "Мобільний ЦНАП",
            "slug": "mobilnyi-tsnap",
            "lead": "Коли і де у вашому населеному пункті прийматиме виїзний адміністратор.",
        }
    ],
    "handbook": [
        {
            "title": "Довідник",
            "slug": "dovidnyk",
            "lead": "Поради на щодень: як щось зробити, куди телефонувати, що робити, коли сталася біда.",
        }
    ],
    "directory": [
        {
            "title": "Контакти",
            "slug": "kontakty",
            "lead": "Приходьте, телефонуйте або пишіть: підкажемо, з чого почати.",
            "show_updated": False,
        }
    ],
    "documents": [
        {
            "title": "Документи",
            "slug": "dokumenty",
            "lead": "Рішення, розпорядження, положення й регламенти громади: знайдіть за номером, словами, роком.",
        }
    ],
    "projects": [
        {
            "title": "Проєкти",
            "slug": "proiekty",
            "lead": "Що громада робить зараз, якої мети хоче досягти і скільки вже зроблено.",
        }
    ],
    "partners": [
        {
            "title": "Партнери",
            "slug": "partnery",
            "lead": "Організації, які допомагають громаді, і справи, які ми робимо разом.",
        }
    ],
    "stories": [
        {
            "title": "Історії",
            "slug": "istorii",
            "lead": "Мешканці розповідають, як послуга чи допомога змінила їхнє життя. Оприлюднюємо лише з їхньої згоди.",
        }
    ],
    "pages": [
        {
            "title": "Доступність сайту",
            "slug": "dostupnist",
            "lead": "Сайтом має бути зручно користуватися кожному: з клавіатури, з голосу, зі старого телефона.",
            "body": ACCESSIBILITY_UK,
        },
        {
            "title": "Персональні дані",
            "slug": "personalni-dani",
            "lead": "Які дані про вас ми обробляємо, навіщо, скільки зберігаємо і як ви можете на це вплинути.",
            "body": PERSONAL_DATA_UK,
        },
    ],
}
ENGLISH = {
    "home": {"title": "Home", "slug": "en", "heading": "How can we help?"},
    "indexes": [
        {
            "title": "News",
            "slug": "novyny",
            "lead": "What is new in the community and in its administrative service centre.",
            "show_in_menus": True,
        }
    ],
    "services": [
        {
            "title": "Services",
            "slug": "posluhy",
            "lead": "What you need, what it costs, how long it takes and where to get each administrative service.",
            "show_in_menus": True,
        }
    ],
    "situations": [
        {
            "title": "Life situations",
            "slug": "zhyttievi-sytuatsii",
            "lead": "Something has happened or changed? Everything to be done, in one list.",
        }
    ],
    "finder": [
        {
            "title": "Find my service",
            "slug": "znaity-posluhu",
            "lead": "You do not know what the service is called? Answer a few simple questions.",
        }
    ],
    "samples": [
        {
            "title": "Sample applications",
            "slug": "zrazky",
            "lead": "Blank forms, filled samples and explanations. Some can be filled in here and printed.",
        }
    ],
    "places": [
        {
            "title": "Centres and remote workplaces",
            "slug": "tsentry",
            "lead": "Where to come, when it is open and how to get in.",
            "show_in_menus": True,
        }
    ],
    "mobile": [
        {
            "title": "Mobile centre",
            "slug": "mobilnyi-tsnap",
            "lead": "When and where a visiting administrator receives people in your settlement.",
        }
    ],
    "handbook": [
        {
            "title": "Handbook",
            "slug": "dovidnyk",
            "lead": "Everyday advice: how to get something done, whom to call, what to do when something went wrong.",
        }
    ],
    "directory": [
        {
            "title": "Contacts",
            "slug": "kontakty",
            "lead": "Come, call or write: we will tell you where to begin.",
            "show_updated": False,
        }
    ],
    "documents": [
        {
            "title": "Documents",
            "slug": "dokumenty",
            "lead": "Decisions, orders and regulations of the community: find them by number, words or year.",
        }
    ],
    "projects": [
        {
            "title": "Projects",
            "slug": "proiekty",
            "lead": "What the community is doing, what it wants to achieve and how much is done.",
        }
    ],
    "partners": [
        {
            "title": "Partners",
            "slug": "partnery",
            "lead": "Organisations that help the community, and what we do together.",
        }
    ],
    "stories": [
        {
            "title": "Stories",
            "slug": "istorii",
            "lead": "Residents tell how a service or help changed their lives. Published only with their consent.",
        }
    ],
    "pages": [
        {
            "title": "Accessibility of this site",
            "slug": "dostupnist",
            "lead": "Everybody should be able to use this site: with a keyboard, by voice, on an old phone.",
            "body": ACCESSIBILITY_EN,
        },
        {
            "title": "Personal data",
            "slug": "personalni-dani",
            "lead": "Which data about you we process, why, for how long, and what you can do about it.",
            "body": PERSONAL_DATA_EN,
        },
    ],
}
