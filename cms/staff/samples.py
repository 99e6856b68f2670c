"""Samples in the staff interface: a list with filters, their topics, the check of a template."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permissions import page_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.models import SamplePage, SampleTopic
from cms.samples import template
from cms.samples.page_form import disagreements, read_document
from core.uploads.kinds import KINDS
from core.uploads.names import content_disposition

LARGEST_ID = 2**63 - 1
WAYS = [
    ("online", _("can be filled in online")),
    ("no_blank", _("has no blank")),
    ("no_sample", _("has no filled sample")),
]


class SampleFilterSet(PageFilterSet):
    """Topic, purpose, what a sample has or lacks, when it is due for checking."""

    topic = django_filters.ModelChoiceFilter(queryset=SampleTopic.objects.all(), label=_("Topic"))
    way = django_filters.ChoiceFilter(choices=WAYS, label=_("Files"), method="by_way")
    due = django_filters.DateFilter(field_name="check_due_on", lookup_expr="lte", label=_("To be checked by"))

    def by_way(self, rows, name, value):
        """What a sample has or lacks."""
        if value == "online":
            return rows.fillable()
        if value == "no_sample":
            return rows.filter(filled_sample=None)
        return rows.filter(blank_docx=None, blank_odt=None, blank_pdf=None)

    class Meta:
        model = SamplePage
        fields = ["purpose"]


def due_day(page):
    """The check-by day; Wagtail’s own column says “just now” of days to come."""
    return date_format(page.check_due_on, "d.m.Y") if page.check_due_on else ""


class PagesMenuItem(MenuItem):
    """An entry that leads to a list of pages: shown to whom the list opens."""

    def is_shown(self, request):
        """Whether this person works with pages at all."""
        wanted = SampleListingViewSet.index_view_class.any_permission_required
        return page_permission_policy.user_has_any_permission(request.user, wanted)


class SampleListingViewSet(PageListingViewSet):
    """All samples in one list."""

    menu_item_class = PagesMenuItem
    model = SamplePage
    name = "samples"
    url_prefix = "zrazky"
    icon = "form"
    menu_label = _("Sample applications")
    menu_order = 225
    add_to_admin_menu = True
    filterset_class = SampleFilterSet
    columns = [
        *PageListingViewSet.index_view_class.base_columns[:2],
        Column("topic", label=_("Topic"), sort_key="topic"),
        BooleanColumn("template_docx_id", label=_("Online"), accessor=lambda page: bool(page.template_docx_id)),
        Column("check_due_on", label=_("Check by"), sort_key="check_due_on", accessor=due_day),
        *PageListingViewSet.index_view_class.base_columns[-2:],
    ]


class SampleTopicViewSet(SnippetViewSet):
    """Topics of the library."""

    model = SampleTopic
    icon = "tag"
    list_display = ["name", "name_en", "order", "slug"]


class CheckTemplate(WagtailAdminTemplateMixin, TemplateView):
    """What the template of a sample asks for, and whether the rows agree with it."""

    template_name = "cms/staff/check_template.html"
    page_title = _("Check of the template")
    header_icon = "form"

    def dispatch(self, request, *args, **kwargs):
        """Only for those who may edit the page."""
        self.sample = editable_sample(request.user, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        """The title of the sample."""
        return self.sample.title

    def get_breadcrumbs_items(self):
        """The list of samples, the page, this check."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.sample.pk])
        steps = [
            {"url": reverse("samples:index"), "label": _("Sample applications")},
            {"url": edit, "label": self.sample.title},
            {"url": "", "label": self.page_title},
        ]
        return [*super().get_breadcrumbs_items(), *steps]

    def get_context_data(self, **kwargs):
        """Add the names with their rows and every problem in words."""
        sample = self.sample
        reading = read_document(sample.template_docx) if sample.template_docx else template.Reading()
        rows = list(sample.online_fields.all())
        by_key = {row.key: row for row in rows}
        problems = [*reading.problems, *disagreements(reading.keys, [row.key for row in rows])]
        names = [(key, by_key.get(key)) for key in reading.keys]
        return super().get_context_data(sample=sample, names=names, problems=problems, **kwargs)


def editable_sample(user, pk):
    """The latest draft of a sample that this person may edit. Raises Http404, PermissionDenied."""
    if pk > LARGEST_ID:
        raise Http404
    page = get_object_or_404(SamplePage, pk=pk)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page.get_latest_revision_as_object()


def try_template(request, pk):
    """The template filled with the questions themselves, so that the editor sees where each answer goes."""
    sample = editable_sample(request.user, pk)
    if sample.template_docx is None:
        raise Http404
    words = {row.key: f"[{row.label}]" for row in sample.online_fields.all()}
    try:
        with sample.template_docx.file.open("rb") as file:
            data = template.fill(file, words)
    except (template.TemplateProblemError, OSError, ValueError) as error:
        raise Http404 from error
    response = HttpResponse(data, content_type=KINDS["docx"].content_type)
    response["Content-Disposition"] = content_disposition(f"{_t('Trial')} {sample.title}.docx")
    return response


def header_buttons(page, user, view_name, next_url=None):
    """“Check the template” above the editor of a sample that has one."""
    if isinstance(page, SamplePage) and page.pk and page.template_docx_id:
        address = reverse("check_template", args=[page.pk])
        yield Button(_("Check the template"), address, icon_name="form", priority=12)


def urls():
    """Addresses of the check."""
    return [
        path("zrazky/<int:pk>/shablon/", CheckTemplate.as_view(), name="check_template"),
        path("zrazky/<int:pk>/shablon/proba/", try_template, name="try_template"),
    ]
