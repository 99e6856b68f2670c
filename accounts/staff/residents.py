"""The desk: find a resident, look at a document, record that it was looked at."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts import services
from accounts.history import entries_about
from accounts.models import User, VerificationLevel

from .forms import DocumentKind, FindForm, UndoForm

RIGHT = "accounts.verify_resident"
SHOWN = 20


class DeskPage(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """A page of the desk: who may open it, and the way to it."""

    permission_required = RIGHT
    page_title = _("Residents")
    header_icon = "user"

    def get_breadcrumbs_items(self):
        """The list of residents, then this page."""
        return [*super().get_breadcrumbs_items(), {"url": reverse("residents"), "label": self.page_title}]


class FindResident(DeskPage):
    """Search the residents; nobody is listed before a search."""

    template_name = "accounts/staff/find_resident.html"

    def get_context_data(self, **kwargs):
        """Add the form and whom it found."""
        form = FindForm(self.request.GET) if "q" in self.request.GET else FindForm()
        found = User.objects.residents().found_by(form.cleaned_data["q"]) if form.is_valid() else User.objects.none()
        people = list(found.select_related("settlement").order_by("name", "pk")[: SHOWN + 1])
        return super().get_context_data(form=form, people=people[:SHOWN], has_more=len(people) > SHOWN, **kwargs)


class Resident(DeskPage):
    """One resident: what they told us, how sure we are, and the button of the check."""

    template_name = "accounts/staff/resident.html"
    forms = {}

    def get_breadcrumbs_items(self):
        """The list, then the person."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": str(self.person)}]

    def post(self, request, *args, **kwargs):
        """Show the page with the form that was refused."""
        return self.get(request, *args, **kwargs)

    def get_page_title(self):
        """The resident's name."""
        return str(self.person)

    def get_context_data(self, **kwargs):
        """Add the person, the forms and the history."""
        self.person = resident_or_404(self.kwargs["pk"])
        is_checked = self.person.verification == VerificationLevel.DESK
        context = {
            "person": self.person,
            "is_checked": is_checked,
            "form": self.forms.get("form") or (UndoForm() if is_checked else DocumentKind()),
            "action": reverse("undo_document_check" if is_checked else "check_document", args=[self.person.pk]),
            "entries": entries_about(self.person).select_related("user")[:50],
        }
        return super().get_context_data(**context, **kwargs)


def resident_or_404(pk):
    """Find a resident; staff and the erased are nobody here."""
    if pk > 2**63 - 1:
        raise Http404
    return get_object_or_404(User.objects.residents().select_related("settlement", "verified_by"), pk=pk)


@permission_required(RIGHT)
@require_POST
def check_document(request, pk):
    """Record that the document was looked at."""
    form = DocumentKind(request.POST)
    if not form.is_valid():
        return Resident.as_view(forms={"form": form})(request, pk=pk)
    services.confirm_at_desk(resident_or_404(pk), actor=request.user, document=form.cleaned_data["document"])
    messages.success(request, _("The check of the document is recorded."))
    return redirect("resident", pk)


@permission_required(RIGHT)
@require_POST
def undo_document_check(request, pk):
    """Take the check back."""
    form = UndoForm(request.POST)
    if not form.is_valid():
        return Resident.as_view(forms={"form": form})(request, pk=pk)
    services.undo_confirmation(resident_or_404(pk), actor=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("The check of the document is taken back."))
    return redirect("resident", pk)


urlpatterns = [
    path("residents/", FindResident.as_view(), name="residents"),
    path("residents/<int:pk>/", Resident.as_view(), name="resident"),
    path("residents/<int:pk>/check/", check_document, name="check_document"),
    path("residents/<int:pk>/undo/", undo_document_check, name="undo_document_check"),
]
