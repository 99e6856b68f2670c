"""Pages for tests: `news(title="…")` makes a published piece of news in the Ukrainian index."""

from io import BytesIO
from itertools import count

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image as Pillow
from wagtail.images import get_image_model

from cms.models import NewsIndexPage, NewsPage, NewsTopic

_numbers = count(1)
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0"


def index(language="uk"):
    """The news index that came with the site."""
    return NewsIndexPage.objects.get(locale__language_code=language)


def news(title="", *, parent=None, tags=(), body=(), **fields):
    """Make a published piece of news."""
    number = next(_numbers)
    fields.setdefault("lead", f"Коротко про новину {number}.")
    fields.setdefault("date", timezone.now())
    page = NewsPage(title=title or f"Новина {number}", body=list(body), **fields)
    page.tags.add(*tags)
    (parent or index()).add_child(instance=page)
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def topic(name="Послуги", **fields):
    """Make a topic of news."""
    return NewsTopic.objects.create(name=name, **fields)


def image(title="Будинок", colour="#0057b7"):
    """Make a small picture in the library."""
    stream = BytesIO()
    Pillow.new("RGB", (1280, 720), colour).save(stream, "PNG")
    file = ContentFile(stream.getvalue(), name=f"picture-{next(_numbers)}.png")
    return get_image_model().objects.create(title=title, file=file, width=1280, height=720)
