"""Three success stories with consents. People and stories are invented."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import Page

from accounts.models import Settlement
from cms.models import ConsentRecord, ConsentWay, Person, PersonPhoto, StoryIndexPage, StoryPage
from cms.portraits import portrait
from home.tree import ensure_tree

from .faces import portrait_of

STORIES = [
    {
        "slug": "dovidka-za-odyn-den",
        "title": "«Довідку привезли просто в село»",
        "lead": "Мобільний ЦНАП приїздить до Вербівки двічі на місяць. Одна з мешканок більше не витрачає день на дорогу.",
        "person": "Ганна Коваленко",
        "covers": ("story", "name", "photo"),
        "colour": "#c0562b",
        "shown_as": "мешканка Вербівки",
        "words": "Автобус до Зразкового ходить зранку, а назад лише ввечері, тож кожна довідка забирала цілий день.\n"
        "Тепер виїзний адміністратор стає біля будинку культури. Я прийшла пішки, показала паспорт, "
        "і за п’ятнадцять хвилин усе було зроблено. Наступного приїзду забрала готовий документ.",
        "settlement": "Вербівка",
        "service": "reiestratsiia-mistsia-prozhyvannia",
        "days_ago": 34,
        "body": "<p>Відтоді як мобільний ЦНАП виїздить за розкладом, у Вербівці подали понад двісті заяв.</p>",
    },
    {
        "slug": "subsydiia-bez-cherh",
        "title": "«Я боялася, що заплутаюся в паперах»",
        "lead": "Оформити субсидію допомогли в центрі: перевірили, які дані вже є в реєстрах, і заповнили решту разом.",
        "person": "Оксана Лисенко",
        "covers": ("story", "name"),
        "colour": "",
        "shown_as": "мешканка Озерного",
        "words": "Мені казали, що треба збирати купу довідок. У центрі подивилися і пояснили: більшість даних уже є в реєстрах, "
        "носити їх не потрібно.\nЗаяву заповнили разом, рішення надійшло на пошту. Я лише двічі поставила підпис.",
        "settlement": "Озерне",
        "service": "",
        "days_ago": 61,
        "body": "<p>Перелік документів для субсидії та зразок заяви є на цьому сайті.</p>",
    },
    {
        "slug": "diim-pislia-pereizdu",
        "title": "«Тут ми знову маємо адресу»",
        "lead": "Родина, яка переїхала через війну, за один візит оформила довідки та стала на облік.",
        "person": "Марина Яремчук",
        "covers": ("story",),
        "colour": "",
        "shown_as": "мешканка громади, переїхала з Донеччини",
        "words": "Ми приїхали з двома валізами. У ЦНАП нас не ганяли між кабінетами: одна адміністраторка прийняла все, "
        "а до дитячої кімнати я спершу й не хотіла вести сина, а потім він не хотів звідти йти.\n"
        "За годину ми мали довідки, а за тиждень школу й садок.",
        "settlement": "Зразкове",
        "service": "",
        "days_ago": 120,
        "body": "<p>Ім’я не публікуємо на прохання родини.</p>",
    },
]  # fmt: skip


def load():
    """Publish the stories that are missing."""
    index = StoryIndexPage.objects.child_of(ensure_tree()).first()
    if index is None:
        return
    known = set(StoryPage.objects.child_of(index).values_list("slug", flat=True))
    for entry in STORIES:
        if entry["slug"] not in known:
            _publish(index, entry)


def _publish(index, entry):
    told_on = timezone.localdate() - timedelta(days=entry["days_ago"])
    page = StoryPage(
        title=entry["title"],
        slug=entry["slug"],
        lead=entry["lead"],
        person=_person(entry, told_on),
        shown_as=entry["shown_as"],
        words=entry["words"],
        told_on=told_on,
        settlement=Settlement.objects.filter(name=entry["settlement"]).first(),
        service=Page.objects.filter(slug=entry["service"], locale=index.locale).first() if entry["service"] else None,
        body=[("paragraph", entry["body"])],
        is_demo=True,
        checked_on=told_on,
    )
    index.add_child(instance=page)
    page.save_revision().publish()


def _person(entry, day):
    person = Person.objects.create(full_name=entry["person"])
    ConsentRecord.objects.create(
        person=person,
        given_on=day,
        way=ConsentWay.PAPER,
        document="Журнал згод ЦНАП",
        **{f"covers_{what}": True for what in entry["covers"]},
    )
    if entry["colour"]:
        drawn = SimpleUploadedFile("portrait.jpg", portrait(portrait_of(entry["colour"])), "image/jpeg")
        PersonPhoto.take(drawn, person=person)
    return person
