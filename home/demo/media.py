"""Drawn pictures and one blank form in the media library."""

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from .canvas import HEIGHT, WIDTH
from .scenes import SCENES

BLANK_TITLE = "Бланк запиту на публічну інформацію"
BLANK = [
    "Кому: розпорядникові інформації",
    "Від кого (ім’я або назва організації): ______________________________",
    "Електронна або поштова адреса: ______________________________",
    "Телефон (за бажанням): ______________________________",
    "",
    "ЗАПИТ НА ПУБЛІЧНУ ІНФОРМАЦІЮ",
    "",
    "Відповідно до Закону України «Про доступ до публічної інформації» прошу надати:",
    "____________________________________________________________",
    "____________________________________________________________",
    "",
    "Відповідь прошу надіслати: електронною поштою / поштою / видати особисто (підкресліть).",
    "",
    "Дата ______________          Підпис ______________",
]


def pictures(titles):
    """Draw the scenes named in `titles` ({name: what it shows}); return {name: image}. Existing pictures are used again."""
    model = get_image_model()
    found = {}
    for name, title in titles.items():
        image = model.objects.filter(title=title).first()
        found[name] = image or _draw(model, name, title)
    return found


def _draw(model, name, title):
    file = ContentFile(SCENES[name]().webp(), name=f"demo-{name}.webp")
    return model.objects.create(title=title, file=file, description=title, width=WIDTH, height=HEIGHT)


def blank_form():
    """The blank form as a document that every word processor opens."""
    model = get_document_model()
    found = model.objects.filter(title=BLANK_TITLE).first()
    if found is None:
        found = model.objects.create(title=BLANK_TITLE, file=ContentFile(rich_text(BLANK), name="blank-zapytu.rtf"))
    return found


def rich_text(lines):
    """A document that every word processor opens, from lines of text."""
    body = "\\par\n".join("".join(_escape(sign) for sign in line) for line in lines)
    return f"{{\\rtf1\\ansi\\uc1\\deff0{{\\fonttbl{{\\f0 Times New Roman;}}}}\\fs28\n{body}\n}}".encode("ascii")


def _escape(sign):
    return sign if sign.isascii() else f"\\u{ord(sign)}?"
