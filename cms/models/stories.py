"""Success stories (/istorii/): how a service helped somebody, in that person's words and with that person's consent."""

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from cms.blocks import ArticleBody
from cms.pictures import prefetch_renditions
from cms.story_form import NO_CONSENT, StoryForm
from core.query import paginate
from core.uploads import serve

from .base import BasePage
from .office import ConsentRecord, Person
from .reviewed import ReviewedPage, ReviewedPageQuerySet

PER_PAGE = 12
SCHEDULE = "wagtail.publish.scheduled"


class ConsentMissing(PermissionDenied):
    """Nobody may publish a story without a valid consent."""


class StoryQuerySet(ReviewedPageQuerySet):
    """Sentences about stories."""

    def visible_to(self, user=None):
        """Published, and the consent still lasts: asked again here, so that nothing depends on a page being taken down."""
        allowed = ConsentRecord.objects.valid().to("story").values("person")
        return super().visible_to(user).filter(person__in=allowed)

    def newest_first(self):
        """By the day when the story was told."""
        return self.order_by("-told_on", "-pk")


class StoryPage(RoutablePageMixin, ReviewedPage):
    """One story. Its photo and name are those of the person and follow the consents."""

    lead = models.TextField(
        _("lead"),
        max_length=400,
        help_text=_(
            "Do not name the person here or in the title: the name is printed by itself as long as there is a consent."
        ),
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="stories", verbose_name=_("who tells it"))
    shown_as = models.CharField(
        _("who it is, without a name"),
        max_length=120,
        help_text=_(
            "Printed instead of the name when the consent does not cover it, and after it otherwise: “a resident of Verbivka”."
        ),
    )
    words = models.TextField(_("in the person’s words"), max_length=3000)
    told_on = models.DateField(_("told on"), default=timezone.localdate)
    settlement = models.ForeignKey(
        "accounts.Settlement", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("settlement")
    )
    service = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("service")
    )
    body = StreamField(ArticleBody(), verbose_name=_("what the centre did"), blank=True)

    objects = PageManager.from_queryset(StoryQuerySet)()
    base_form_class = StoryForm

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("person"), FieldPanel("shown_as")], heading=_("Who tells it")),
        FieldPanel("words"),
        FieldPanel("body"),
        FieldRowPanel([FieldPanel("told_on"), FieldPanel("settlement")]),
        PageChooserPanel("service", "cms.ServicePage"),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("lead"),
        index.SearchField("words"),
        index.SearchField("body"),
    ]

    template = "cms/stories/page.html"
    parent_page_types = ["cms.StoryIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("success story")
        verbose_name_plural = _("success stories")

    @property
    def has_consent(self):
        """Whether the person's consent to the story is valid today."""
        return self.person_id is not None and self.person.allows("story")

    def publish(self, revision, user=None, changed=True, log_action=True, **options):
        """Publish with a consent only. Raises ConsentMissing; a schedule waits in silence until there is one."""
        if not revision.as_object().has_consent:
            if log_action == SCHEDULE:
                return
            raise ConsentMissing(NO_CONSENT)
        super().publish(revision, user=user, changed=changed, log_action=log_action, **options)

    def route(self, request, path_components):
        """A story without a consent does not exist, whatever its state says. Raises Http404."""
        if not self.has_consent:
            raise Http404
        return super().route(request, path_components)

    def get_context(self, request, *args, **kwargs):
        """Add who tells it, as far as the consents go."""
        context = super().get_context(request, *args, **kwargs)
        context["name"] = self.person.public_name
        context["photo"] = f"{self.get_url(request)}foto/" if self.shows_photo else ""
        context["others"] = list(self.others()[:3])
        context["service"] = self.service if self.service and self.service.live else None
        prefetch_renditions(self.body)
        return context

    @property
    def shows_photo(self):
        """Whether there is a photo that the person allowed."""
        return self.person.allows("photo") and hasattr(self.person, "photo")

    def others(self):
        """Other stories of the same list."""
        return StoryPage.objects.sibling_of(self, inclusive=False).visible_to().listed().newest_first()

    @path("foto/", name="photo")
    def photo(self, request):
        """The photo, while the consent lasts. Raises Http404."""
        if not self.shows_photo:
            raise Http404
        return serve(self.person.photo, download=False)


class StoryIndexPage(BasePage):
    """All stories, newest first."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]

    template = "cms/stories/index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.StoryPage"]

    class Meta:
        verbose_name = _("list of success stories")
        verbose_name_plural = _("lists of success stories")

    def get_context(self, request, *args, **kwargs):
        """Add one page of the list."""
        context = super().get_context(request, *args, **kwargs)
        stories = StoryPage.objects.child_of(self).visible_to(request.user).listed().newest_first()
        stories = stories.select_related("settlement", "person__photo").prefetch_related("person__consents")
        context["page_obj"] = paginate(stories.defer_streamfields(), request.GET.get("page"), PER_PAGE)
        return context
