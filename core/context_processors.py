"""What every template knows."""

from django.conf import settings
from django.contrib.messages import get_messages
from django.utils.functional import SimpleLazyObject

from core import site
from core.display import Display


def waiting_messages(request):
    """Give the messages for this reader without opening a session for those who have none.

    Looking into the session adds `Vary: Cookie` to the answer and would split the cache of public pages.
    """
    storage = get_messages(request)
    added_now = getattr(storage, "added_new", False)
    return storage if added_now or settings.SESSION_COOKIE_NAME in request.COOKIES else ()


def display(request):
    """The reader's display choices, what the header and footer show, and messages that wait.

    The frame of the page reads `house`: allauth's views put a `site` of their own into the context.
    """
    house = SimpleLazyObject(lambda: site.describe(request))
    return {
        "display": Display.from_cookie(request.COOKIES.get(Display.cookie, "")),
        "site": house,
        "house": house,
        "notices": SimpleLazyObject(lambda: list(waiting_messages(request))),
        "is_print": request.GET.get("print") == "1",
    }
