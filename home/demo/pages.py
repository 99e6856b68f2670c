"""Top tasks of the front pages and an announcement above every page."""

from datetime import timedelta

from django.utils import timezone

from cms.models import Alert, Severity
from home.models import HomePage, TopTask
from home.tree import ensure_tree

TASKS = {
    "uk": [
        ("Отримати послугу", "Документи, кроки, строк і ціна кожної послуги", "service", "/posluhy/"),
        ("Куди прийти", "Адреси, години роботи, чи відчинено зараз", "pin", "/tsentry/"),
        ("Мобільний ЦНАП", "Коли приїдемо до вашого села", "van", "/mobilnyi-tsnap/"),
        ("Завантажити зразок заяви", "Бланки, пояснення, заповнення онлайн", "service", "/zrazky/"),
        ("Запитати інформацію", "Відповідь за 5 робочих днів", "mail", "/zvernennia/zapyt/"),
        ("Запропонувати зміни", "Скринька пропозицій, можна без імені", "idea", "/zvernennia/propozytsiia/"),
        ("Де моя справа?", "Номер і код із талона", "track", "/sprava/"),
        ("Що вирішили за вашими пропозиціями", "Підсумки: ви сказали, ми зробили", "chart", "/uchast/pidsumky/"),
    ],
    "en": [
        ("Get a service", "Documents, steps, term and price of each service", "service", "/en/posluhy/"),
        ("Where to come", "Addresses, hours, open or closed now", "pin", "/en/tsentry/"),
        ("Mobile centre", "When we come to your village", "van", "/en/mobilnyi-tsnap/"),
        ("Download a sample", "Blanks, explanations, filling online", "service", "/en/zrazky/"),
        ("Ask for information", "Answer within 5 working days", "mail", "/en/zvernennia/zapyt/"),
        ("Suggest a change", "Suggestion box, no name needed", "idea", "/en/zvernennia/propozytsiia/"),
        ("Where is my case?", "Number and code from your slip", "track", "/en/sprava/"),
        ("What became of suggestions", "You said, we did", "chart", "/en/uchast/pidsumky/"),
    ],
}
ALERT = {
    "severity": Severity.ANNOUNCEMENT,
    "title": "Щочетверга приймаємо до 20:00.",
    "text": "Можна прийти після роботи, без запису.",
}


def load():
    """Give both front pages their tasks and show one announcement for two months."""
    ensure_tree()
    for front in HomePage.objects.select_related("locale"):
        if not front.top_tasks.exists():
            front.top_tasks = [
                TopTask(label=label, text=text, icon=icon, address=address)
                for label, text, icon, address in TASKS.get(front.locale.language_code, ())
            ]
            front.save()
    now = timezone.now()
    if not Alert.objects.exists():
        Alert.objects.create(**ALERT, go_live_at=now, expire_at=now + timedelta(days=60))
