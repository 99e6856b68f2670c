"""All places on one screen: open or not now, and the quick form “closed today because…”."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.models import Locale

from cms.closures import marks
from cms.models import PlaceIndexPage, PlacePage
from cms.place_hours import hours_of
from cms.place_rights import may_announce
from cms.place_verbs import NotPossible, announce_days
from cms.schedule import state_at
from cms.staff.place_forms import DaysForm

LARGEST_ID = 2**63 - 1


class PlacesItem(MenuItem):
    """«Місця прийому» in the menu of those who may say that a place is closed."""

    def is_shown(self, request):
        """Whether this person may open the screen."""
        return may_announce(request.user)


def menu_item():
    """The entry of the menu."""
    return PlacesItem(gettext_lazy("Places"), reverse("cms_places:index"), icon_name="home", order=260)


def addresses():
    """Addresses below /admin/mistsia/."""
    return [
        path("", index, name="index"),
        path("<int:pk>/dni/", days, name="days"),
    ]


@require_safe
def index(request):
    """Every place in the language of the community, with its state now."""
    if not may_announce(request.user):
        raise PermissionDenied
    language = Locale.objects.filter(language_code="uk").first()
    places = PlacePage.objects.filter(locale=language).with_hours().in_order()
    may_edit = _edits_pages(request.user)
    now, told = timezone.now(), marks()
    rows = [{"page": page, "state": state_at(hours_of(page), now, told.get)} for page in places]
    parent = PlaceIndexPage.objects.filter(locale=language).first()
    return render(request, "cms/staff/places.html", {"rows": rows, "parent": parent, "may_edit": may_edit})


def _edits_pages(user):
    root = PlaceIndexPage.objects.first()
    return bool(root and root.permissions_for_user(user).can_add_subpage())


def days(request, pk):
    """The quick form of one place: exceptional days are published at once."""
    if not may_announce(request.user):
        raise PermissionDenied
    place = get_object_or_404(PlacePage.objects.live(), pk=min(pk, LARGEST_ID))
    form = DaysForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            announce_days(place, actor=request.user, **_facts(form.cleaned_data))
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Published: %(place)s.") % {"place": place.title})
            return redirect("cms_places:index")
    context = {"form": form, "place": place, "exceptions": place.exceptions.filter(last_day__gte=timezone.localdate())}
    return render(request, "cms/staff/place_days.html", context, status=422 if form.errors else 200)


def _facts(data):
    names = ("first_day", "last_day", "reason", "opens", "closes")
    return {name: data[name] for name in names}
