"""What the fragment of signing needs of the request, though it is included with `only`."""

from django import template
from django.middleware.csrf import get_token
from django.urls import reverse

from participation.sheets import reading
from participation.sheets.enums import Kind
from participation.sheets.forms import SignForm

register = template.Library()


@register.simple_tag(takes_context=True)
def signing(context, collection):
    """The reader's part in a collection: the voice that stands, the form to fill, where to come back."""
    request = getattr(context, "request", None)
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        path = request.path if request else reverse("sheets:collection", args=[collection.pk])
        return {"is_open": collection.is_open(), "is_known": False, "back": path}
    voice = reading.own_voice(collection, user)
    needs_form = collection.kind == Kind.SIGNATURES and voice is None
    return {
        "is_open": collection.is_open(),
        "is_known": True,
        "voice": voice,
        "form": SignForm(collection=collection, user=user, back=request.path) if needs_form else None,
        "token": get_token(request),
        "back": request.path,
    }
