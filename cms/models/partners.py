"""Partners (/partnery/): organisations, donors, businesses and authorities that the community works with."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.images import get_image_model
from wagtail.search import index

from cms.partners import PartnerListing
from cms.translated import in_language

from .base import BasePage

LOGO = "max-240x120|format-webp"


class PartnerKind(models.TextChoices):
    """Kinds of partners, in the order in which they are printed."""

    AUTHORITY = "authority", _("authority")
    DONOR = "donor", _("donor")
    NGO = "ngo", _("non-governmental organisation")
    BUSINESS = "business", _("business")


class PartnerQuerySet(models.QuerySet):
    """Sentences about partners."""

    def visible_to(self, user=None):
        """Those whom readers see."""
        return self.filter(is_public=True)

    def for_cards(self):
        """Everything that a card prints, in a constant number of queries."""
        logos = get_image_model().objects.prefetch_renditions(LOGO)
        return self.select_related("memorandum").prefetch_related(models.Prefetch("logo", queryset=logos))


class Partner(index.Indexed, models.Model):
    """One partner and what we do together."""

    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=PartnerKind, default=PartnerKind.NGO)
    logo = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    together = models.TextField(_("what we do together"), max_length=800)
    together_en = models.TextField(_("what we do together, in English"), max_length=800, blank=True)
    since = models.DateField(_("partners since"), null=True, blank=True)
    until = models.DateField(_("partnership ended on"), null=True, blank=True)
    url = models.URLField(_("site"), blank=True)
    memorandum = models.ForeignKey(
        "wagtaildocs.Document",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("memorandum or agreement"),
    )
    is_public = models.BooleanField(_("shown on the site"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    objects = PartnerQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("name_en"), FieldPanel("kind"), FieldPanel("logo")], heading=_("Partner")
        ),
        MultiFieldPanel([FieldPanel("together"), FieldPanel("together_en")], heading=_("Together")),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
        FieldRowPanel([FieldPanel("url"), FieldPanel("memorandum")]),
        FieldRowPanel([FieldPanel("is_public"), FieldPanel("order")]),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("together"),
        index.FilterField("kind"),
        index.FilterField("is_public"),
    ]

    class Meta:
        ordering = ["order", "name", "pk"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=models.F("since")),
                name="cms_partner_days_in_order",
                violation_error_message=_("The last day is before the first one."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def title(self):
        """The name in the reader's language."""
        return in_language(self, "name")

    @property
    def text(self):
        """What we do together, in the reader's language."""
        return in_language(self, "together")


class PartnerIndexPage(BasePage):
    """All partners by kind."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]

    template = "cms/partners/index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("list of partners")
        verbose_name_plural = _("lists of partners")

    def get_context(self, request, *args, **kwargs):
        """Add the list as it was asked for."""
        context = super().get_context(request, *args, **kwargs)
        partners = Partner.objects.visible_to(request.user).for_cards()
        context["listing"] = PartnerListing(partners, PartnerKind, request.GET)
        return context
