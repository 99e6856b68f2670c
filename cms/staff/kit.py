"""“Launch kit” on the page of a service: asks, makes, shows what there is."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from cms import kit
from cms.models import ServicePage

BUTTON_PLACE = 45


class KitView(WagtailAdminTemplateMixin, TemplateView):
    """What will be made, or what was."""

    template_name = "cms/paper/staff/kit.html"
    page_title = _("Launch kit")
    header_icon = "list-ul"

    def dispatch(self, request, *args, **kwargs):
        """Find the service; only those who may make every part come in."""
        self.service = get_object_or_404(ServicePage.objects.select_related("locale"), pk=kwargs["pk"])
        if not kit.may_launch(request.user, self.service):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        """Name the service."""
        return self.service.get_admin_display_title()

    def get_breadcrumbs_items(self):
        """Lead back to the page."""
        way = [
            {"url": reverse("wagtailadmin_explore_root"), "label": _("Pages")},
            {"url": reverse("wagtailadmin_pages:edit", args=[self.service.pk]), "label": self.service.title},
        ]
        return [*way, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        """Add the parts: name, what it is for, the row, where to edit it."""
        found = kit.kit_of(self.service)
        parts = parts_of(found, self.service)
        context = {"service": self.service, "parts": parts, "missing": [part for part in parts if not part["title"]]}
        return super().get_context_data(**context, **kwargs)

    def post(self, request, *args, **kwargs):
        """Make what is missing; say how much that was."""
        _kit, made = kit.launch(self.service, actor=request.user)
        if made:
            words = ngettext("%(number)s part of the kit is made.", "%(number)s parts of the kit are made.", len(made))
            messages.success(request, words % {"number": len(made)})
        else:
            messages.info(request, _("The kit was made before: here it is. Nothing was doubled."))
        return redirect("service_kit", self.service.pk)


def parts_of(found, service):
    """The three parts as the screen prints them."""
    announcement = getattr(found, "announcement", None)
    run = getattr(found, "run", None)
    notice = getattr(found, "notice", None)
    return [
        {
            "label": _("Announcement in the news, a draft"),
            "title": announcement.get_admin_display_title() if announcement else "",
            "url": reverse("wagtailadmin_pages:edit", args=[announcement.pk]) if announcement else "",
        },
        {
            "label": _("Leaflet: a row of the register of print runs, to be filled in when it is printed"),
            "title": str(run) if run else "",
            "url": reverse("leaflet_runs:edit", args=[run.pk]) if run else "",
            "pdf": paper_address(service) if run else "",
        },
        {
            "label": _("Notice for subscribers, a draft"),
            "title": str(notice) if notice else "",
            "url": reverse("subscriber_notices:edit", args=[notice.pk]) if notice else "",
        },
    ]


def paper_address(service, paper="lystivka"):
    """The address of the leaflet of a published service, or "" for a draft."""
    url = service.get_url() if service.live else ""
    return f"{url}{paper}.pdf" if url else ""


def kit_button(page, user, view_name, next_url=None):
    """The button in the menu of a service."""
    service = page.specific if page.specific_class is ServicePage else None
    if service is not None and service.pk and kit.may_launch(user, service):
        address = reverse("service_kit", args=[service.pk])
        yield Button(_("Launch kit"), address, icon_name="list-ul", priority=BUTTON_PLACE)


def addresses():
    """Where the screen stands."""
    return [path("posluhy/<int:pk>/komplekt/", KitView.as_view(), name="service_kit")]


def register():
    """For `wagtail_hooks.py`."""
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_page_header_buttons", kit_button)
