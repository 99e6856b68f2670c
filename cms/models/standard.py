"""A simple page: title, lead and text."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks import ArticleBody
from cms.pictures import prefetch_renditions

from .base import BasePage


class StandardPage(BasePage):
    """A page about the site or the centre: contacts, accessibility, personal data."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)
    shows_contacts = models.BooleanField(
        _("show contacts and hours"),
        default=False,
        help_text=_("Prints the contacts, reception hours and social networks of the site settings under the text."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        FieldPanel("shows_contacts"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    template = "cms/standard_page.html"

    class Meta:
        verbose_name = _("simple page")
        verbose_name_plural = _("simple pages")

    def get_context(self, request, *args, **kwargs):
        """Fetch the pictures of the text together."""
        context = super().get_context(request, *args, **kwargs)
        prefetch_renditions(self.body)
        return context
