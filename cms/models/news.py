"""News: an index with filters and feeds, pages with a topic, tags, source, changes and a term."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from cms import counting
from cms.blocks import ArticleBody
from cms.feeds import NewsFeed
from cms.listing import NewsListing
from cms.pictures import prefetch_renditions
from cms.tags import RomanisedTagsField

from .base import BasePage, BasePageQuerySet
from .topics import ContentTag, NewsTopic

CARD_IMAGE = "fill-640x360|format-webp"
LATEST = 4
RESERVED_SLUGS = {"rss"}


class NewsPageTag(ItemBase):
    """A tag on a news page."""

    tag = models.ForeignKey(ContentTag, models.CASCADE, related_name="news_items")
    content_object = ParentalKey("cms.NewsPage", on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="cms_news_tag_once")]


class NewsPageQuerySet(BasePageQuerySet):
    """Sentences about news."""

    def newest_first(self):
        """By the date that readers see; the key decides among equals, so that pages of a list never overlap."""
        return self.order_by("-date", "-pk")

    def for_cards(self):
        """Everything that a card prints, in a constant number of queries."""
        images = get_image_model().objects.prefetch_renditions(CARD_IMAGE)
        return (
            self.select_related("topic")
            .defer_streamfields()
            .prefetch_related(models.Prefetch("image", queryset=images))
        )


class NewsPage(BasePage):
    """One piece of news."""

    date = models.DateTimeField(
        _("date"), default=timezone.now, db_index=True, help_text=_("The date that readers see; orders the list.")
    )
    lead = models.TextField(
        _("lead"), max_length=400, help_text=_("One or two sentences that say the main thing: what, where, when.")
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("Read aloud to those who do not see it. Without it the news with a picture is not published."),
    )
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)
    topic = models.ForeignKey(
        NewsTopic, models.PROTECT, null=True, blank=True, related_name="news", verbose_name=_("topic")
    )
    source_name = models.CharField(_("source"), max_length=160, blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    valid_until = models.DateField(
        _("in force until"),
        null=True,
        blank=True,
        help_text=_("After this day the page says that it may be out of date."),
    )
    tags = RomanisedTagsField(through=NewsPageTag, blank=True, verbose_name=_("tags"))

    objects = PageManager.from_queryset(NewsPageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Picture")),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("topic"), FieldPanel("tags")], heading=_("Topic and tags")),
        FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")], heading=_("Source")),
        FieldRowPanel([FieldPanel("date"), FieldPanel("valid_until")], heading=_("Dates")),
        InlinePanel("related_items", label=_("related page"), heading=_("Related pages"), max_num=6),
        InlinePanel("changes", label=_("change"), heading=_("History of changes")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("topic_id"),
    ]

    template = "cms/news_page.html"
    parent_page_types = ["cms.NewsIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")

    def clean(self):
        """Refuse an address that the index needs and a source address without a name."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("This address is taken by the feed. Choose another one.")})
        if self.source_url and not self.source_name:
            raise ValidationError({"source_name": _("Name the source whose address you give.")})

    def serve(self, request, *args, **kwargs):
        """Print the page and count the reading."""
        response = super().serve(request, *args, **kwargs)
        if response.status_code == 200:
            counting.count_reading(self, request)
        return response

    def get_context(self, request, *args, **kwargs):
        """Add what the template prints beside the fields."""
        context = super().get_context(request, *args, **kwargs)
        context["index"] = self.get_parent()
        context["index_url"] = context["index"].get_url()
        context["newer"], context["older"] = self.neighbours()
        context["out_of_date"] = self.is_out_of_date()
        context["changes"] = list(self.changes.all())
        context["related"] = self.related_pages()
        context["latest"] = list(self.siblings.newest_first()[:LATEST])
        context["readings"] = counting.total(self)
        prefetch_renditions(self.body)
        return context

    def is_out_of_date(self, today=None):
        """True after the last day in force."""
        return self.valid_until is not None and (today or timezone.localdate()) > self.valid_until

    @cached_property
    def tag_list(self):
        """The tags by name."""
        return sorted(self.tags.all(), key=lambda tag: tag.name.casefold())

    @cached_property
    def siblings(self):
        """Other news of the same index that readers see; asked once, because restrictions cost a query."""
        others = NewsPage.objects.child_of(self.get_parent()).exclude(pk=self.pk)
        return others.visible_to().listed().defer_streamfields()

    def neighbours(self):
        """The next newer and the next older piece of news of the same index: (page or None, page or None)."""
        after = models.Q(date__gt=self.date) | models.Q(date=self.date, pk__gt=self.pk or 0)
        before = models.Q(date__lt=self.date) | models.Q(date=self.date, pk__lt=self.pk or 0)
        newer = self.siblings.filter(after).order_by("date", "pk").first()
        older = self.siblings.filter(before).newest_first().first()
        return newer, older

    def related_pages(self):
        """Published related pages in the editor's order."""
        return [item.page for item in self.related_items.select_related("page") if item.page.live]


class NewsRelated(Orderable):
    """A page that a piece of news points to."""

    news = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related_items")
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+", verbose_name=_("page"))

    panels = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = _("related page")
        verbose_name_plural = _("related pages")


class NewsChange(models.Model):
    """One change of a published piece of news, told to readers."""

    news = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="changes")
    changed_on = models.DateField(_("date"), default=timezone.localdate)
    text = models.CharField(_("what changed"), max_length=300)

    panels = [FieldPanel("changed_on"), FieldPanel("text")]

    class Meta:
        ordering = ["-changed_on", "-pk"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self):
        return f"{self.changed_on}: {self.text}"


class NewsIndexPage(RoutablePageMixin, BasePage):
    """All news, newest first, with filters and a feed."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]

    template = "cms/news_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.NewsPage"]

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def news(self, user=None):
        """All news that this reader may see here, newest first."""
        return NewsPage.objects.child_of(self).visible_to(user).listed().newest_first()

    def get_context(self, request, *args, **kwargs):
        """Add the filtered list."""
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = NewsListing(self, request.GET)
        return context

    @path("rss/", name="rss")
    def rss(self, request):
        """The feed; takes the same filters as the list."""
        listing = NewsListing(self, request.GET)
        if not listing.form.is_valid():
            raise Http404
        return NewsFeed(self, listing)(request)
