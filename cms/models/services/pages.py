"""The page of a service and the catalogue."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from cms.blocks.algorithm import AlgorithmBody
from cms.fields import ChoiceListField
from cms.models.base import BasePage
from cms.models.reviewed import ReviewedPage, ReviewedPageQuerySet
from cms.models.topics import ContentTag
from cms.tags import RomanisedTagsField

from .providers import Audience, ServiceProvider


class Receiving(models.TextChoices):
    """How the result is received."""

    IN_PERSON = "in_person", _("in person at the centre")
    BY_PROXY = "by_proxy", _("by a representative with a power of attorney")
    BY_POST = "by_post", _("by post")
    BY_COURIER = "by_courier", _("by courier")
    BY_EMAIL = "by_email", _("by e-mail")
    ONLINE = "online", _("in an electronic account")


class ServicePageTag(ItemBase):
    """A tag on a service."""

    tag = models.ForeignKey(ContentTag, models.CASCADE, related_name="service_items")
    content_object = ParentalKey("cms.ServicePage", on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="cms_service_tag_once")]


class ServicePageQuerySet(ReviewedPageQuerySet):
    """Sentences about services."""

    def by_name(self):
        """A to Я; the key decides among equals."""
        return self.order_by("title", "pk")


class ServicePage(ReviewedPage):
    """One service, or one variant of it when its parent is a service too."""

    code = models.CharField(
        _("code in the state register of services"),
        max_length=20,
        blank=True,
        db_index=True,
        help_text=_("For example: 00034."),
    )
    lead = models.CharField(
        _("in one sentence"), max_length=160, help_text=_("What a person gets and when they need it.")
    )
    variant_label = models.CharField(
        _("when to choose this variant"),
        max_length=160,
        blank=True,
        help_text=_("Only for a page below another service: “for the first time”, “after a loss”."),
    )
    provider = models.ForeignKey(
        ServiceProvider, models.PROTECT, null=True, blank=True, related_name="services", verbose_name=_("provider")
    )
    for_people = models.BooleanField(_("for individuals"), default=True)
    for_sole_traders = models.BooleanField(_("for sole traders"), default=False)
    for_companies = models.BooleanField(_("for legal entities"), default=False)
    who_may_apply = models.TextField(_("who may apply"), max_length=800, blank=True)
    audiences = ParentalManyToManyField(Audience, blank=True, related_name="services", verbose_name=_("audiences"))
    situations = ParentalManyToManyField(
        "cms.SituationPage", blank=True, related_name="services", verbose_name=_("life situations")
    )
    places = ParentalManyToManyField(
        "cms.PlacePage", blank=True, related_name="services", verbose_name=_("where it is provided")
    )
    on_mobile_visits = models.BooleanField(
        _("provided on mobile visits"),
        default=False,
        help_text=_("A visit may still name it as not available that day."),
    )
    samples = ParentalManyToManyField("cms.SamplePage", blank=True, related_name="services", verbose_name=_("samples"))
    related_services = ParentalManyToManyField(
        "self", blank=True, symmetrical=False, related_name="+", verbose_name=_("related services")
    )
    result = models.TextField(_("result"), max_length=800, blank=True)
    ways_to_receive = ChoiceListField(_("how the result is received"), choices_enum=Receiving)
    online_url = models.URLField(_("address online"), max_length=500, blank=True)
    online_note = models.CharField(
        _("where the address leads"),
        max_length=200,
        blank=True,
        help_text=_("For example: you will go to the Diia portal."),
    )
    how_to_appeal = models.TextField(_("how to appeal"), max_length=1200, blank=True)
    algorithm = StreamField(AlgorithmBody(), verbose_name=_("step by step"), blank=True)
    search_words = models.CharField(
        _("words that people search by"),
        max_length=300,
        blank=True,
        help_text=_("Not printed. Everyday names, separated by commas."),
    )
    tags = RomanisedTagsField(through=ServicePageTag, blank=True, verbose_name=_("tags"))

    objects = PageManager.from_queryset(ServicePageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("provider")]),
        FieldPanel("variant_label"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("for_people"), FieldPanel("for_sole_traders"), FieldPanel("for_companies")]),
                FieldPanel("who_may_apply"),
            ],
            heading=_("Who may apply"),
        ),
        InlinePanel("documents", label=_("document of the list"), heading=_("You need")),
        FieldPanel("algorithm"),
        InlinePanel("fees", label=_("fee"), heading=_("Fees")),
        InlinePanel("terms", label=_("term"), heading=_("Terms")),
        MultiFieldPanel([FieldPanel("result"), FieldPanel("ways_to_receive")], heading=_("Result")),
        MultiFieldPanel([FieldPanel("online_url"), FieldPanel("online_note")], heading=_("Online")),
        InlinePanel("refusal_grounds", label=_("ground to refuse"), heading=_("Grounds to refuse")),
        FieldPanel("how_to_appeal"),
        InlinePanel("legal_acts", label=_("act of law"), heading=_("Acts of law")),
    ]
    connection_panels = [
        FieldPanel("places"),
        FieldPanel("on_mobile_visits"),
        FieldPanel("samples"),
        FieldPanel("situations"),
        FieldPanel("audiences"),
        FieldPanel("related_services"),
        MultiFieldPanel([FieldPanel("tags"), FieldPanel("search_words")], heading=_("For search")),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("code"),
        index.SearchField("lead"),
        index.SearchField("search_words"),
        index.SearchField("algorithm"),
        index.FilterField("provider_id"),
    ]

    template = "cms/service_page.html"
    parent_page_types = ["cms.ServiceIndexPage", "cms.ServicePage"]
    subpage_types = ["cms.ServicePage"]

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")


class ServiceIndexPage(RoutablePageMixin, BasePage):
    """The catalogue of services."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]

    template = "cms/service_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.ServicePage"]

    class Meta:
        verbose_name = _("catalogue of services")
        verbose_name_plural = _("catalogues of services")
