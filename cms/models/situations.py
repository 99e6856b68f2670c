"""Life situations (життєві ситуації): what happened to a person, and all that it takes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.addresses import page_address
from cms.blocks.situations import SituationGroups, SituationTasks
from cms.icons import PageIcon
from cms.situations import contents_of

from .base import BasePage
from .reviewed import ReviewedPage


class SituationOrder(models.TextChoices):
    """Who orders the services of a situation."""

    CURATED = "curated", _("groups chosen by the editor")
    ALPHABETICAL = "alphabetical", _("A to Я")


class SituationPage(ReviewedPage):
    """One situation, named in the person's words."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)
    icon = models.CharField(_("sign"), max_length=20, blank=True, choices=PageIcon)
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

    def get_context(self, request, *args, **kwargs):
        """Add the lists."""
        context = super().get_context(request, *args, **kwargs)
        context["contents"] = contents_of(self, request)
        context["finder_url"] = page_address("znaity-posluhu")()
        return context


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

    def situations(self, user=None):
        """Situations that this reader may see here, in the order of the tree."""
        return SituationPage.objects.child_of(self).visible_to(user).listed().for_links()

    def get_context(self, request, *args, **kwargs):
        """Add the cards."""
        context = super().get_context(request, *args, **kwargs)
        context["situations"] = list(self.situations(request.user))
        context["finder_url"] = page_address("znaity-posluhu")()
        return context
