"""Sample applications (зразки заяв): a blank, a filled sample, explanations, filling online."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from .base import BasePage
from .reviewed import ReviewedPage


def document_key(verbose_name):
    """A file in use cannot be deleted."""
    return models.ForeignKey(
        "wagtaildocs.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=verbose_name
    )


class SamplePage(ReviewedPage):
    """One sample: what to download, how to fill it in, which act approved it."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)
    blank_docx = document_key(_("blank, DOCX"))
    blank_odt = document_key(_("blank, ODT"))
    blank_pdf = document_key(_("blank, PDF"))
    filled_sample = document_key(_("filled sample"))
    edition_on = models.DateField(_("edition of"), null=True, blank=True)
    approved_by = models.CharField(
        _("approved by"), max_length=300, blank=True, help_text=_("Name, number and date of the act.")
    )
    supersedes = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("replaces"),
        help_text=_("The page of the old edition says that there is a newer one."),
    )
    template_docx = document_key(_("template to fill online, DOCX"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("blank_docx"), FieldPanel("blank_odt"), FieldPanel("blank_pdf"), FieldPanel("filled_sample")],
            heading=_("Files"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("edition_on"), FieldPanel("approved_by")]), PageChooserPanel("supersedes")],
            heading=_("Edition"),
        ),
        FieldPanel("template_docx"),
    ]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("lead")]

    template = "cms/sample_page.html"
    parent_page_types = ["cms.SampleIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("sample application")
        verbose_name_plural = _("sample applications")


class SampleIndexPage(BasePage):
    """All samples."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]

    template = "cms/sample_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.SamplePage"]

    class Meta:
        verbose_name = _("library of samples")
        verbose_name_plural = _("libraries of samples")
