"""What every page of the site has: a readable address, words for search engines, a responsible unit."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel, TitleFieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from cms.page_form import BasePageForm
from cms.publishing import ask_at_the_door
from cms.slugs import SlugInput, page_slug

FRONT_DEPTH = 2
SOCIAL_IMAGE = "fill-1200x630|format-jpeg"


class BasePageQuerySet(PageQuerySet):
    """Sentences that every list of pages is made of."""

    def visible_to(self, user=None):
        """Pages that this reader may see in a list: published and not behind a restriction.

        Restricted pages stay reachable by address for those whom Wagtail lets in; no list, feed or search names them.
        """
        return self.live().public()

    def listed(self):
        """Only those that the editor did not take off the lists."""
        return self.filter(show_in_listing=True)

    def for_links(self):
        """In the order of the tree, with all that a link to each prints: an address asks for the language of its page."""
        return self.select_related("locale").defer_streamfields().order_by("path")


BasePageManager = PageManager.from_queryset(BasePageQuerySet)


class BasePage(Page):
    """The abstract parent of all page types."""

    social_image = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for social networks"),
        help_text=_("Shown when someone shares the page. Best 1200 × 630 pixels."),
    )
    responsible_unit = models.ForeignKey(
        "accounts.Unit",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible unit"),
        help_text=_("Printed under the page, so that readers know who answers for it."),
    )
    show_in_listing = models.BooleanField(
        _("show in lists"),
        default=True,
        help_text=_("Untick to publish the page without naming it in lists and feeds."),
    )
    show_updated = models.BooleanField(
        _("show when it was updated"), default=True, help_text=_("Adds the line “Updated on …” to the page.")
    )

    objects = BasePageManager()
    base_form_class = BasePageForm

    content_panels = [TitleFieldPanel("title")]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug", widget=SlugInput),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("social_image"),
            ],
            heading=_("For search engines and social networks"),
        ),
        MultiFieldPanel(
            [FieldPanel("show_in_listing"), FieldPanel("show_in_menus")],
            heading=_("For lists and menus"),
        ),
        FieldPanel("tag_words"),
    ]
    settings_panels = [
        PublishingPanel(),
        MultiFieldPanel(
            [FieldPanel("responsible_unit"), FieldPanel("show_updated")],
            heading=_("Responsibility"),
        ),
    ]

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs):
        """Romanise the address (resolution 55 of 2010) before the rules of Wagtail are asked."""
        self._romanise_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self):
        """Romanise the address of a draft too."""
        self._romanise_slug()
        super().minimal_clean()

    def publish(self, revision, *args, **kwargs):
        """Publish as Wagtail does. Raises NotReady when a person publishes a draft that lacks something."""
        ask_at_the_door(revision)
        return super().publish(revision, *args, **kwargs)

    def address_in(self, language, request=None):
        """Where a reader of `language` goes from here: the published twin, or a page that says there is none yet."""
        twin = self.get_translations().live().filter(locale__language_code=language).first() if self.pk else None
        address = twin.get_url(request) if twin else ""
        if address or self.pk is None:
            return address
        with translation.override(language):
            return reverse("cms:no_twin", args=[self.pk])

    def get_context(self, request, *args, **kwargs):
        """Add what every page prints around its text."""
        context = super().get_context(request, *args, **kwargs)
        context["translations"] = self.live_translations()
        context["trail"] = self.trail()
        context["edit_url"] = self.edit_address(request)
        context["social_image"] = self.social_rendition()
        return context

    def live_translations(self):
        """This page and its published twins in other languages, or nothing when it has none."""
        twins = list(self.get_translations().live().select_related("locale"))
        return [self, *twins] if twins else []

    def trail(self):
        """The way here for the breadcrumbs: dicts (label, url), the front page left out, this page last."""
        parents = self.get_ancestors().filter(depth__gt=FRONT_DEPTH).live()
        return [*({"label": page.title, "url": page.get_url()} for page in parents), {"label": self.title, "url": ""}]

    def edit_address(self, request):
        """Where this reader may edit the page, or an empty string; strangers are not even looked up."""
        if self.pk is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return ""
        may = request.user.is_authenticated and self.permissions_for_user(request.user).can_edit()
        return reverse("wagtailadmin_pages:edit", args=[self.pk]) if may else ""

    def _romanise_slug(self):
        if self.slug and not self.slug.isascii():
            self.slug = page_slug(self.slug)
        elif not self.slug and self.path:
            self.slug = self._get_autogenerated_slug(page_slug(self.title))

    @property
    def updated_on(self):
        """The local day when the published text last changed, or None for a draft or when the line is switched off."""
        if not self.show_updated or self.last_published_at is None:
            return None
        return timezone.localdate(self.last_published_at)

    @property
    def summary(self):
        """One or two sentences for lists, feeds and search engines."""
        return self.search_description or getattr(self, "lead", "")

    def social_rendition(self):
        """The picture for social networks, or None."""
        return self.social_image.get_rendition(SOCIAL_IMAGE) if self.social_image else None
