"""Rows for tests in one word: `post("Начальник")`, `holds(person("Олена"), post())`, `consent(person, "name")`."""

from datetime import date
from io import BytesIO
from itertools import count

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from wagtail.documents import get_document_model

from cms.models import (
    AdoptingBody,
    Appointment,
    CommunityDocumentPage,
    ConsentRecord,
    DocumentIndexPage,
    DocumentKind,
    Partner,
    Person,
    PersonPhoto,
    Post,
    ProjectGoal,
    ProjectIndexPage,
    ProjectPage,
    ProjectValue,
    StoryIndexPage,
    StoryPage,
)

SINCE = date(2024, 2, 1)
_numbers = count(1)


def text(client, address, **query):
    """The words of a page that must answer."""
    response = client.get(address, query)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


def index(model, language="uk"):
    """The index page that came with the site."""
    return model.objects.get(locale__language_code=language)


def post(title="", **fields):
    """A post of the leadership unless `unit=` is given."""
    return Post.objects.create(title=title or f"Посада {next(_numbers)}", **fields)


def person(name="", **fields):
    """Somebody without any consent."""
    return Person.objects.create(full_name=name or f"Людина {next(_numbers)}", **fields)


def consent(who, *covers, **fields):
    """A valid consent of `who` to what is named."""
    fields = {"given_on": SINCE, **{f"covers_{what}": True for what in covers}, **fields}
    return ConsentRecord.objects.create(person=who, **fields)


def holds(who, where, **fields):
    """`who` holds the post `where`."""
    return Appointment.objects.create(person=who, post=where, **{"since": SINCE, **fields})


def picture_file(name="photo.png"):
    """An uploaded picture that knows where it was taken."""
    stream, exif = BytesIO(), Image.Exif()
    exif[0x010E] = "place of the canary"
    Image.new("RGB", (900, 600), "#0057b7").save(stream, "PNG", exif=exif)
    return SimpleUploadedFile(name, stream.getvalue(), "image/png")


def photo(who):
    """A stored photo of `who`."""
    return PersonPhoto.take(picture_file(), person=who)


def story(who, title="", *, publish=True, **fields):
    """A story of `who`; published unless told otherwise."""
    number = next(_numbers)
    fields = {"lead": "Коротко.", "shown_as": "мешканка Вербівки", "words": "Мені допомогли.", **fields}
    page = StoryPage(title=title or f"Історія {number}", person=who, live=False, **fields)
    index(StoryIndexPage).add_child(instance=page)
    if publish:
        page.save_revision().publish()
    return StoryPage.objects.get(pk=page.pk)


def partner(name="", **fields):
    """A public partner."""
    return Partner.objects.create(name=name or f"Партнер {next(_numbers)}", **{"together": "Навчаємо.", **fields})


def project(title="", *, goals=(), **fields):
    """A published project; `goals` are (baseline, target, [values])."""
    number = next(_numbers)
    fields = {"lead": "Навіщо.", "starts_on": SINCE, "state": "under_way", **fields}
    page = ProjectPage(title=title or f"Проєкт {number}", **fields)
    page.goals = [
        ProjectGoal(
            text=f"Мета {place}",
            indicator="показник",
            baseline=baseline,
            target=target,
            values=[ProjectValue(measured_on=date(2026, 1, 1 + day), value=value) for day, value in enumerate(values)],
        )
        for place, (baseline, target, values) in enumerate(goals)
    ]
    index(ProjectIndexPage).add_child(instance=page)
    page.save_revision().publish()
    return ProjectPage.objects.get(pk=page.pk)


def kind(name="Рішення", **fields):
    """A kind of documents."""
    return DocumentKind.objects.get_or_create(name=name, defaults=fields)[0]


def body(name="Рада", **fields):
    """A body that adopts documents."""
    return AdoptingBody.objects.get_or_create(name=name, defaults=fields)[0]


def file(name="dodatok.txt", content=b"x" * 2048):
    """A file in the library."""
    document = get_document_model().objects.create(title=name, file=ContentFile(content, name=name))
    document.get_file_size()
    return document


def document(title="", *, parent=None, publish=True, **fields):
    """A document in force, with a number of its own unless `number=` is given."""
    number = next(_numbers)
    fields = {"number": f"{number}", "adopted_on": timezone.localdate(), "kind": kind(), "adopted_by": body(), **fields}
    page = CommunityDocumentPage(title=title or f"Про справу {number}", live=publish, **fields)
    (parent or index(DocumentIndexPage)).add_child(instance=page)
    return page
