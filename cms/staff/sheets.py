"""Services as a workbook in the admin: download, upload, look at the report, confirm."""

from datetime import timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView, TemplateView, View
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from cms.models import ServiceSheet
from cms.paper_rights import MAY_IMPORT
from cms.sheets import applying
from cms.sheets.exporting import workbook
from cms.sheets.planning import Outcome, plan
from cms.sheets.reading import WorkbookError, read
from cms.sheets.state import Tree
from core.audit import declare, record
from core.exports import XLSX
from core.uploads.names import clean_name, content_disposition

LANGUAGES = (("uk", _("Ukrainian")), ("en", _("English")))
DOWNLOADS = (("uk", _("Services in Ukrainian (.xlsx)")), ("en", _("Services in English (.xlsx)")))
KEEP = timedelta(days=1)  # of an upload that nobody confirmed
SHOWN = 300  # lines of the report on the screen

declare("cms.services_imported", _("Import services"), _("Imported services from a workbook"))


class SheetForm(forms.Form):
    """The workbook and the language of its services; everything that is wrong with the file stands beside the field."""

    file = forms.FileField(
        label=_("Workbook (.xlsx)"),
        help_text=_("Download the services first and change that file: its headings are the ones we read."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    language = forms.ChoiceField(label=_("Language of the services"), choices=LANGUAGES, initial="uk")

    def clean_file(self):
        """Read the whole workbook."""
        file = self.cleaned_data["file"]
        try:
            self.book = read(file)
        except WorkbookError as error:
            raise forms.ValidationError(str(error)) from error
        return file


class MayImportMixin(WagtailAdminTemplateMixin):
    """For those who may change services by workbook."""

    header_icon = "table"
    page_title = _("Services as a workbook")

    def dispatch(self, request, *args, **kwargs):
        """Let nobody else in."""
        if not request.user.has_perm(MAY_IMPORT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class SheetsView(MayImportMixin, FormView):
    """Download and upload."""

    form_class = SheetForm
    template_name = "cms/sheets/upload.html"

    def get_breadcrumbs_items(self):
        """The screen itself."""
        return [{"url": "", "label": self.page_title}]

    def form_valid(self, form):
        """Keep the file until it is confirmed."""
        user, file = self.request.user, form.cleaned_data["file"]
        ServiceSheet.objects.filter(applied_at=None, uploaded_at__lt=timezone.now() - KEEP).delete()
        found = plan(form.book, form.cleaned_data["language"], actor=user)
        file.seek(0)
        sheet = ServiceSheet.objects.create(
            uploaded_by=user,
            name=clean_name(file.name)[:200],
            data=file.read(),
            language=found.language,
            plan=found.checksum,
        )
        return redirect("service_sheet", sheet.pk)

    def get_context_data(self, **kwargs):
        """Add the trace of earlier imports."""
        done = ServiceSheet.objects.exclude(applied_at=None).defer("data").order_by("-applied_at", "-pk")[:10]
        return super().get_context_data(done=done, downloads=DOWNLOADS, **kwargs)


class DownloadView(MayImportMixin, View):
    """The workbook of all services of a language."""

    def get(self, request, language):
        """Send it."""
        if language not in dict(LANGUAGES):
            language = "uk"
        name = f"services-{language}-{timezone.localdate():%Y-%m-%d}.xlsx"
        response = FileResponse(workbook(language), content_type=XLSX)
        response["Content-Disposition"] = content_disposition(name)
        response["Cache-Control"] = "private, no-store"
        return response


class CheckView(MayImportMixin, TemplateView):
    """The report of an upload, row by row, and the button that applies it."""

    template_name = "cms/sheets/check.html"
    page_title = _("Check of the workbook")

    def get_sheet(self):
        """The person's own upload that was not applied yet."""
        return get_object_or_404(ServiceSheet, pk=self.kwargs["pk"], uploaded_by=self.request.user, applied_at=None)

    def get_breadcrumbs_items(self):
        """Lead back to the upload."""
        return [
            {"url": reverse("service_sheets"), "label": SheetsView.page_title},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        """Add the plan."""
        sheet = self.get_sheet()
        found = plan_of(sheet, self.request.user)
        lines = [service for service in found.services if service.outcome != Outcome.UNCHANGED]
        context = {"sheet": sheet, "plan": found, "lines": lines[:SHOWN], "left_out": max(0, len(lines) - SHOWN)}
        numbers = found.numbers
        context["tiles"] = [
            {"label": _("to be created"), "value": numbers[Outcome.CREATED]},
            {"label": _("to be changed"), "value": numbers[Outcome.CHANGED]},
            {"label": _("unchanged"), "value": numbers[Outcome.UNCHANGED]},
            {"label": _("mistakes"), "value": len(found.problems), "tone": "bad" if found.problems else ""},
        ]
        return super().get_context_data(**context, **kwargs)

    def post(self, request, *args, **kwargs):
        """Apply exactly what was shown; when the site changed meanwhile, show it anew."""
        with transaction.atomic():
            sheet = get_object_or_404(ServiceSheet.objects.select_for_update(), pk=self.get_sheet().pk)
            found = plan_of(sheet, request.user)
            if not found.is_sound or found.checksum != sheet.plan:
                ServiceSheet.objects.filter(pk=sheet.pk).update(plan=found.checksum)
                messages.warning(request, _("The site changed since the check. Look at the report again and confirm."))
                return redirect("service_sheet", sheet.pk)
            numbers = applying.apply(found, Tree(found.language), actor=request.user)
            self.close(sheet, numbers)
        made = numbers[Outcome.CREATED] + numbers[Outcome.CHANGED]
        words = ngettext("%(number)s draft is written.", "%(number)s drafts are written.", made)
        messages.success(request, words % {"number": made})
        return redirect("service_sheets")

    def close(self, sheet, numbers):
        """Keep the trace, not the file."""
        sheet.applied_at, sheet.data = timezone.now(), b""
        sheet.created, sheet.changed = numbers[Outcome.CREATED], numbers[Outcome.CHANGED]
        sheet.save()
        data = {"created": sheet.created, "changed": sheet.changed}
        record(sheet, "cms.services_imported", user=self.request.user, data=data)


def plan_of(sheet, user):
    """The plan of a kept upload, as the site stands now."""
    return plan(read(ContentFile(bytes(sheet.data), name=sheet.name)), sheet.language, actor=user)


class SheetsItem(MenuItem):
    """The entry of the menu."""

    def is_shown(self, request):
        """For those who may import."""
        return request.user.has_perm(MAY_IMPORT)


def addresses():
    """Where the screens stand."""
    return [
        path("posluhy/tablytsia/", SheetsView.as_view(), name="service_sheets"),
        path("posluhy/tablytsia/<int:pk>/", CheckView.as_view(), name="service_sheet"),
        path("posluhy/tablytsia/<str:language>.xlsx", DownloadView.as_view(), name="service_sheet_download"),
    ]


def menu_item():
    """«Послуги таблицею»."""
    return SheetsItem(_("Services as a workbook"), reverse("service_sheets"), icon_name="table", order=262)


def register():
    """For `wagtail_hooks.py`."""
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", menu_item)
