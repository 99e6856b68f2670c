"""The page “find my service”."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks.finder import FinderTree
from cms.chosen_pages import links_to
from cms.finder.forms import QuestionForm, WayForm
from cms.finder.walk import Walk

from .base import BasePage


class FinderPage(BasePage):
    """One question a page until a result; the way is kept in the address, so that it can be shared and printed."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)
    tree = StreamField(
        FinderTree(),
        verbose_name=_("questions and results"),
        blank=True,
        help_text=_("Readers start at the first question. Answers lead to questions and results by their short names."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), FieldPanel("tree")]
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]

    template = "cms/finder_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("page “find my service”")
        verbose_name_plural = _("pages “find my service”")

    def get_context(self, request, *args, **kwargs):
        """Add the way of this reader and the question or the result at its end."""
        context = super().get_context(request, *args, **kwargs)
        form = WayForm(request.GET)
        walk = Walk(self.tree, form.way())
        context["walk"] = walk
        context["is_lost"] = walk.is_lost or "a" in form.errors
        context["page_url"] = self.get_url(request)
        if walk.is_question:
            context["form"] = QuestionForm({} if form.sent_without_answer(walk) else None, walk=walk)
        elif walk.node:
            chosen = [page for page in walk.value["pages"] if page is not None]
            links = links_to(chosen, self, request)
            context["links"] = [links[page.pk] for page in chosen if page.pk in links]
            context["share_url"] = f"{self.get_full_url(request)}{walk.address}"
        return context
