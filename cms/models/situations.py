"""Life situations (життєві ситуації): what happened to a person, and all that it takes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks.situations import SituationGroups, SituationTasks

from .base import BasePage
from .reviewed import ReviewedPage


class SituationOrder(models.TextChoices):
    """Who orders the services of a situation."""

    CURATED = "curated", _("groups chosen by the editor")
    ALPHABETICAL = "alphabetical", _("A to Я")


class SituationPage(ReviewedPage):
    """One situation, named in the person's words."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)
    icon = models.CharField(_("sign"), max_length=20, blank=True, help_text=_("Name of a sign in the set of the site."))
    ordering = models.CharField(
        _("order of services"), max_length=12, choices=SituationOrder, default=SituationOrder.CURATED
    )
    top_tasks = StreamField(SituationTasks(), verbose_name=_("top tasks"), blank=True, max_num=4)
    groups = StreamField(SituationGroups(), verbose_name=_("groups"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("icon"),
        FieldPanel("top_tasks"),
        FieldPanel("ordering"),
        FieldPanel("groups"),
    ]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("lead")]

    template = "cms/situation_page.html"
    parent_page_types = ["cms.SituationIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("life situation")
        verbose_name_plural = _("life situations")


class SituationIndexPage(BasePage):
    """All life situations."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]

    template = "cms/situation_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.SituationPage"]

    class Meta:
        verbose_name = _("list of life situations")
        verbose_name_plural = _("lists of life situations")
