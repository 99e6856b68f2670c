"""The page of a service and the catalogue."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from cms import service_card
from cms.alphabet import first_letter, sort_key
from cms.blocks.algorithm import AlgorithmBody
from cms.catalogue import Catalogue
from cms.fields import ChoiceListField
from cms.models.base import BasePage
from cms.models.reviewed import ReviewedPage, ReviewedPageQuerySet
from cms.models.topics import ContentTag
from cms.notices import notices_for
from cms.search_words import roots
from cms.service_schema import government_service
from cms.tags import RomanisedTagsField
from cms.twins import in_language
from cms.whereabouts import where_and_when
from core.links import offered
from core.text import fold

from .panels import tabs
from .providers import Audience, ServiceProvider

FOLDED_LENGTH = 1000


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
        """A to Я by the Ukrainian alphabet; the key decides among equals."""
        return self.order_by("sort_key", "pk")

    def found_by(self, words):
        """Those that have every word in the title, lead, code or everyday names, whatever its case and ending."""
        found = self
        asked = roots(words)
        for word in asked:
            found = found.filter(folded__contains=word)
        return found if asked else self.none()


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
    sort_key = models.CharField(max_length=120, blank=True, editable=False, db_index=True)
    letter = models.CharField(max_length=1, blank=True, editable=False, db_index=True)
    folded = models.CharField(max_length=FOLDED_LENGTH, blank=True, editable=False)
    tags = RomanisedTagsField(through=ServicePageTag, blank=True, verbose_name=_("tags"))

    objects = PageManager.from_queryset(ServicePageQuerySet)()

    edit_handler = tabs()
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

    @classmethod
    def can_create_at(cls, parent):
        """A variant has no variants of its own: the choice would be a tree, not a list."""
        return super().can_create_at(parent) and not cls._is_variant(parent)

    def can_move_to(self, parent):
        """The twin of `can_create_at` for a page that exists."""
        return super().can_move_to(parent) and not self._is_variant(parent)

    @staticmethod
    def _is_variant(page):
        return page.specific_class is ServicePage and page.get_parent().specific_class is ServicePage

    def save(self, *args, **kwargs):
        """Keep the columns that the catalogue sorts and searches by in step with the texts."""
        self.set_columns()
        super().save(*args, **kwargs)

    def set_columns(self):
        """Fill `sort_key`, `letter` and `folded`; rows that are made in bulk call it themselves."""
        self.sort_key, self.letter = sort_key(self.title), first_letter(self.title)
        words = (self.title, self.lead, self.variant_label, self.search_words, self.code)
        self.folded = fold(" ".join(word for word in words if word))[:FOLDED_LENGTH]

    def get_context(self, request, *args, **kwargs):
        """Add the rows of the card, their words, and the pages around the service."""
        context = super().get_context(request, *args, **kwargs)
        fees, terms = list(self.fees.all()), list(self.terms.all())
        parent = self.parent_service
        return {
            **context,
            **self.pages_around(),
            "fees": [(fee, service_card.fee_words(fee)) for fee in fees],
            "terms": [(term, service_card.term_words(term)) for term in terms],
            "facts": service_card.facts(self, fees=fees, terms=terms),
            "needed": service_card.needed(self.documents_with_samples()),
            "refusal_grounds": list(self.refusal_grounds.all()),
            "legal_acts": list(self.legal_acts.all()),
            "ways_to_receive": self._meta.get_field("ways_to_receive").labels(self),
            "parent_service": parent,
            "index_url": self.catalogue_address,
            "service_notices": notices_for([self, parent] if parent else [self]),
            "whereabouts": where_and_when(self, timezone.now()),
            "structured_data": government_service(self, fees=fees),
            "links_offered": offered("cms.service", request, self),
        }

    @property
    def parent_service(self):
        """The service whose variant this is, or None."""
        parent = self.get_parent() if self.depth and self.depth > 2 else None
        return parent.specific if parent is not None and parent.specific_class is ServicePage else None

    @property
    def catalogue_address(self):
        """The address of the catalogue in which this service stands."""
        index = ServiceIndexPage.objects.ancestor_of(self).first()
        return index.get_url() if index else ""

    @property
    def tag_list(self):
        """The tags by name."""
        return sorted(self.tags.all(), key=lambda tag: tag.name.casefold())

    def documents_with_samples(self):
        """The documents of the list, each with the published sample in this page's language, or None, as `shown_sample`."""
        rows = list(self.documents.select_related("sample"))
        twins = {page.translation_key: page for page in in_language([row.sample for row in rows], self.locale_id)}
        for row in rows:
            row.shown_sample = twins.get(row.sample.translation_key) if row.sample else None
        return rows

    def pages_around(self):
        """Variants, samples, related services and life situations that are published, in the language of this page."""
        variants = self.get_children().type(ServicePage) if self.pk else ServicePage.objects.none()
        lists = {"samples": self.samples, "related_services": self.related_services, "situations": self.situations}
        return {
            "variants": ServicePage.objects.filter(pk__in=variants.values("pk")).visible_to().order_by("path"),
            **{name: in_language(list(pages.all()), self.locale_id) for name, pages in lists.items()},
        }


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

    def services(self, user=None):
        """All services and variants that this reader may see here."""
        return ServicePage.objects.descendant_of(self).visible_to(user).listed()

    def get_context(self, request, *args, **kwargs):
        """Add the catalogue as it was asked for."""
        context = super().get_context(request, *args, **kwargs)
        context["catalogue"] = Catalogue(self, request.GET, self.services(request.user))
        return context
