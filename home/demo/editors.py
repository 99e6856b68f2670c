"""What readers said about pages, and a draft that may be looked at."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from cms import drafts
from cms.models import NewsPage, PageOpinion, PreviewLink

LINES = [
    "Дякую, усе зрозуміло.",
    "Додайте, будь ласка, номер кабінету.",
    "",
    "",
    "Не знайшла, які документи взяти дитині.",
    "",
]
ANSWERS = 24  # for each of the pages
PAGES = 3


def load():
    """Add opinions of the last weeks and one link to a draft, once."""
    if PageOpinion.objects.exists():
        return
    today = timezone.localdate()
    news = NewsPage.objects.live().filter(locale__language_code="uk").order_by("pk")
    PageOpinion.objects.bulk_create(
        PageOpinion(
            page=page,
            day=today - timedelta(days=3 * number),
            useful=(number + place) % 4 != 0,
            text=LINES[(number + place) % len(LINES)] if number % 3 == 0 else "",
        )
        for place, page in enumerate(news[:PAGES])
        for number in range(ANSWERS)
    )
    page, editor = news.first(), User.objects.filter(email="editor@example.org").first()
    if page and editor and not PreviewLink.objects.exists():
        drafts.give(page, actor=editor, days=14, note="Юридичний відділ")
