"""Samples for the style guide: every component in every state, with words from a place that does not exist."""

from datetime import timedelta
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone

from core.forms import EmailField, HouseForm, PhoneField, TextField


class SampleForm(HouseForm):
    """A form with every kind of field."""

    name = TextField(label="Ваше ім’я або назва організації", max_length=200, autocomplete="name")
    email = EmailField(label="Електронна пошта", help_text="Або поштова адреса нижче: досить одного способу.")
    phone = PhoneField(label="Телефон", required=False)
    birthday = forms.DateField(label="Дата документа", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    settlement = forms.ChoiceField(
        label="Населений пункт", choices=[("", "Оберіть"), ("1", "Зразкове"), ("2", "Вербівка")]
    )
    delivery = forms.ChoiceField(
        label="Як надіслати відповідь",
        choices=[("email", "На електронну пошту"), ("post", "Поштою"), ("self", "Заберу в ЦНАП")],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="Про що новини вам цікаві",
        required=False,
        choices=[("water", "Вода і тепло"), ("roads", "Дороги"), ("school", "Школи й садки")],
        widget=forms.CheckboxSelectMultiple,
    )
    description = TextField(label="Що саме ви хочете знати", max_length=2000, lines=5)
    scan = forms.FileField(label="Додайте файл", required=False, help_text="PDF, DOCX або фото, до 10 МБ.")
    agree = forms.BooleanField(label="Дозволяю оприлюднити моє ім’я поруч із відповіддю", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["description"].widget.attrs["data-counter"] = "Залишилося символів: {n}"


class SampleFilter(HouseForm):
    """Filters of a list."""

    words = TextField(label="Слова", required=False)
    state = forms.ChoiceField(label="Стан", required=False, choices=[("", "Усі"), ("open", "У роботі")])
    since = forms.DateField(label="Від дати", required=False, widget=forms.DateInput(attrs={"type": "date"}))


def story(now):
    """A case's story with every kind of line."""
    return [
        {"title": "Надійшов", "when": now - timedelta(days=3), "who": "сайт"},
        {"title": "Зареєстровано", "when": now - timedelta(days=2, hours=20)},
        {"title": "У роботі", "when": "Відділ земельних відносин", "detail": "Уточнюємо дані за два роки."},
        {
            "title": "Відповідь до 23 листопада 2026 року",
            "is_next": True,
            "url": "#",
            "url_label": "Як пораховано дату",
        },
    ]


STEPS = [
    {"number": 1, "title": "Заповніть заяву", "text": "Зразок можна заповнити тут і роздрукувати.", "is_open": True},
    {"is_alternative": True, "title": "Подайте через Дію", "text": "Ви перейдете на інший сайт."},
    {
        "number": 2,
        "title": "Подайте документи в ЦНАП або адміністраторові, який приїде",
        "text": "Приблизно 15 хвилин.",
    },
    {"number": 3, "title": "Заберіть посвідчення", "text": "Надішлемо лист, коли буде готове."},
]
FACTS = {"Ціна": "Безоплатно", "Строк": "10 робочих днів", "Де": "ЦНАП, мобільний ЦНАП, Дія", "Хто": "Один із батьків"}
ROWS = [
    ("Години роботи", 46, "46"),
    ("Черги", 31, "31"),
    ("Доступність", 27, "27"),
    ("Сміття біля зупинок", None, "<5"),
]
STACKS = [("Зразкове", [30, 12, 4]), ("Вербівка", [11, 9, 2]), ("Ковалівка", [3, 0, 1])]


def files():
    """Attached files in every state."""
    return [
        SimpleNamespace(
            original_name="Рішення виконкому №48 про графік руху маршрутного автобуса до віддалених сіл.pdf",
            kind="PDF",
            size=1_240_000,
            url="#",
            scan_label="Перевірено",
        ),
        SimpleNamespace(original_name="схема.png", kind="PNG", size=88_000, url="", scan_label="Перевіряємо"),
    ]


def samples(request):
    """Everything that templates/core/styleguide.html shows."""
    now = timezone.now()
    return {
        "form": SampleForm(),
        "bad_form": SampleForm({"bad-name": "Ганна Коваленко", "bad-email": "ganna@"}, prefix="bad"),
        "filter_form": SampleFilter(request.GET or None, prefix="f"),
        "story": story(now),
        "steps": STEPS,
        "facts": FACTS,
        "rows": ROWS,
        "stacks": STACKS,
        "series": ["Сайт", "Каса", "Скринька"],
        "files": files(),
        "page_of_list": Paginator(range(500), 10).get_page(request.GET.get("page", 7)),
        "soon": now + timedelta(days=2),
        "today": now + timedelta(minutes=1),
        "later": now + timedelta(days=12),
        "past": now - timedelta(days=4),
        "tiles": [
            {"value": "118 зі 124", "label": "отримали відповідь", "tone": "good"},
            {"value": "4,2", "label": "днів у середньому", "detail": "закон дає 5"},
            {"value": "7", "label": "спливає строк", "tone": "warn", "url": "#"},
            {"value": "2", "label": "прострочено", "tone": "bad", "url": "#"},
        ],
        "chips": [("У роботі", "?"), ("Вербівка", "?")],
        "choices": [
            {"label": "Усі", "url": "?", "current": True, "count": 42},
            {"label": "Вода і тепло", "url": "?topic=water", "current": False, "count": 12},
        ],
        "slip": {"Надійшов": "16 листопада 2026 року, 22:14", "Відповідь до": "23 листопада 2026 року"},
    }
