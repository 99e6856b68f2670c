"""Staff lists of the directory, partners, and the short lists of documents."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import EditView, SnippetViewSet, SnippetViewSetGroup

from cms import consents
from cms.models import (
    AdoptingBody,
    Appointment,
    ConsentRecord,
    ConsentScan,
    DocumentKind,
    Partner,
    Person,
    Post,
    UnitProfile,
)
from core.audit import record as log_reading
from core.uploads import serve_to

from .forms import AppointmentForm, ConsentForm, PersonForm


class PostViewSet(SnippetViewSet):
    """Posts with their receptions."""

    model = Post
    icon = "tag"
    menu_label = _("Posts")
    list_display = ["title", "unit", BooleanColumn("is_head", label=_("Head")), "phone"]
    list_filter = ["unit", "is_head"]
    search_fields = ["title"]

    def get_queryset(self, request):
        """With units, for the list."""
        return Post.objects.select_related("unit")


class UnitProfileViewSet(SnippetViewSet):
    """What readers learn about units."""

    model = UnitProfile
    icon = "group"
    menu_label = _("Pages of units")
    list_display = ["unit", "parent", "phone", "email"]

    def get_queryset(self, request):
        """With units, for the list."""
        return UnitProfile.objects.select_related("unit", "parent")


class PersonViewSet(SnippetViewSet):
    """People in office and those who tell stories."""

    model = Person
    icon = "user"
    menu_label = _("People")
    list_display = ["full_name", Column("consents_said", label=_("What may be shown"))]
    search_fields = ["full_name"]
    edit_handler = ObjectList(
        [
            FieldPanel("full_name"),
            FieldPanel("bio"),
            FieldPanel("phone"),
            MultiFieldPanel([FieldPanel("photo_file"), FieldPanel("drop_photo")], heading=_("Photo")),
            HelpPanel(template="cms/staff/person_consents.html"),
        ],
        base_form_class=PersonForm,
    )

    def get_queryset(self, request):
        """With consents, for the list."""
        return Person.objects.prefetch_related("consents")


class AppointmentViewSet(SnippetViewSet):
    """Who holds which post, now and before."""

    model = Appointment
    icon = "history"
    menu_label = _("Appointments")
    list_display = [
        "post",
        Column("person.full_name", label=_("Person")),
        "since",
        "until",
        BooleanColumn("is_acting", label=_("Acting")),
    ]
    list_filter = ["post__unit", "is_acting"]
    edit_handler = ObjectList(
        [
            FieldPanel("post"),
            FieldPanel("person"),
            FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
            FieldPanel("is_acting"),
            FieldPanel("ground"),
        ],
        base_form_class=AppointmentForm,
    )

    def get_queryset(self, request):
        """With posts and people, for the list."""
        return Appointment.objects.select_related("post", "person")


class ConsentEditView(EditView):
    """Saving a withdrawal takes stories off the site and says so."""

    def save_instance(self):
        """Save, and tell which stories left the site."""
        instance, stories = consents.end(self.object, keep=super().save_instance)
        if stories:
            text = ngettext(
                "%(number)s story left the site: %(titles)s.",
                "%(number)s stories left the site: %(titles)s.",
                len(stories),
            )
            titles = ", ".join(f"“{story.title}”" for story in stories)
            messages.warning(self.request, text % {"number": len(stories), "titles": titles})
        return instance


class ConsentViewSet(SnippetViewSet):
    """Consents of people."""

    model = ConsentRecord
    icon = "clipboard-list"
    menu_label = _("Consents")
    edit_view_class = ConsentEditView
    list_display = [
        "__str__",
        Column("person.full_name", label=_("Person")),
        Column("covered_said", label=_("Covers")),
        "withdrawn_on",
    ]
    list_filter = ["way", "covers_story"]
    edit_handler = ObjectList(
        [
            FieldPanel("person"),
            MultiFieldPanel(
                [
                    FieldPanel("covers_name"),
                    FieldPanel("covers_photo"),
                    FieldPanel("covers_phone"),
                    FieldPanel("covers_story"),
                ],
                heading=_("What the person allowed"),
            ),
            FieldRowPanel([FieldPanel("given_on"), FieldPanel("way")]),
            FieldPanel("document"),
            FieldPanel("scan_file"),
            HelpPanel(template="cms/staff/consent_scan.html"),
            FieldPanel("withdrawn_on"),
        ],
        base_form_class=ConsentForm,
    )

    def get_queryset(self, request):
        """With people, for the list."""
        return ConsentRecord.objects.select_related("person")


class DirectoryGroup(SnippetViewSetGroup):
    """One entry of the menu for the whole directory."""

    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 260
    items = (PostViewSet, AppointmentViewSet, PersonViewSet, ConsentViewSet, UnitProfileViewSet)


class PartnerViewSet(SnippetViewSet):
    """Partners."""

    model = Partner
    icon = "link"
    list_display = ["name", "kind", "since", BooleanColumn("is_public", label=_("Shown"))]
    list_filter = ["kind", "is_public"]


class DocumentKindViewSet(SnippetViewSet):
    """Kinds of documents."""

    model = DocumentKind
    icon = "list-ul"
    list_display = ["name", "name_en", "order"]


class AdoptingBodyViewSet(SnippetViewSet):
    """Bodies that adopt documents."""

    model = AdoptingBody
    icon = "list-ul"
    list_display = ["name", "name_en", "order"]


SNIPPETS = (DirectoryGroup, PartnerViewSet, DocumentKindViewSet, AdoptingBodyViewSet)


@require_admin_access
@require_safe
def consent_scan(request, pk):
    """Hand out the scan of a consent, and write down who read it. Raises Http404 for those who may not."""
    scan = get_object_or_404(ConsentScan.objects.select_related("consent"), consent=pk)
    if not scan.can_read(request.user):
        raise Http404
    log_reading(scan.consent, "core.file_read", user=request.user)
    return serve_to(request.user, scan)


@require_admin_access
@require_safe
def person_photo(request, pk):
    """Show staff the stored photo, consent or not. Raises Http404 for those who may not."""
    person = get_object_or_404(Person.objects.select_related("photo"), pk=pk)
    if not hasattr(person, "photo") or not person.photo.can_read(request.user):
        raise Http404
    return serve_to(request.user, person.photo, download=False)


def staff_urls():
    """Addresses for the hook of Wagtail."""
    return [
        path("consents/<int:pk>/scan/", consent_scan, name="cms_consent_scan"),
        path("people/<int:pk>/photo/", person_photo, name="cms_person_photo"),
    ]
