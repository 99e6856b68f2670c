"""Places where services are provided: the centre, territorial units, remote workplaces (ВРМ), the mobile centre."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from cms import place_listing, place_reading
from cms.fields import ChoiceListField
from cms.place_form import PlacePageForm
from cms.place_map import allow_tiles, map_of

from .base import BasePage
from .reviewed import ReviewedPage, ReviewedPageQuerySet
from .settings import Weekday


class PlaceKind(models.TextChoices):
    """Kinds of places (Law 5203-VI, Art. 12)."""

    CENTRE = "centre", _("centre")
    UNIT = "unit", _("territorial unit")
    REMOTE = "remote", _("remote workplace")
    MOBILE = "mobile", _("mobile centre")


class YesNoUnknown(models.TextChoices):
    """An honest answer."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("not known")


class Amenity(models.TextChoices):
    """What else a visitor finds."""

    COMPUTERS = "computers", _("computers with internet")
    BANK = "bank", _("bank counter")
    LEGAL_AID = "legal_aid", _("free legal aid")
    BUSINESS = "business", _("advice for business")
    CHILDREN = "children", _("children’s corner")
    TOILET = "toilet", _("accessible toilet")
    WIFI = "wifi", _("free Wi-Fi")
    PARKING = "parking", _("parking")
    PHOTO = "photo", _("photographs for documents")
    SIGN_LANGUAGE = "sign_language", _("sign-language interpreting online")


class Booking(models.TextChoices):
    """How to book a time."""

    NONE = "none", _("no booking needed")
    PHONE = "phone", _("by phone")
    LINK = "link", _("on a site")


class IntervalKind(models.TextChoices):
    """What an interval of hours means."""

    WALK_IN = "walk_in", _("reception")
    APPOINTMENT = "appointment", _("by appointment only")
    BREAK = "break", _("break")


class PlacePageQuerySet(ReviewedPageQuerySet):
    """Sentences about places."""

    def with_hours(self):
        """Everything that decides whether a place is open, in three more queries."""
        return self.prefetch_related("intervals__service", "exceptions").select_related("settlement")

    def in_order(self):
        """The centre first, the mobile one last, then A to Я; the key decides among equals."""
        kinds = [models.When(kind=kind, then=number) for number, kind in enumerate(PlaceKind.values)]
        return self.annotate(kind_order=models.Case(*kinds, default=9)).order_by("kind_order", "title", "pk")


class PlacePage(ReviewedPage):
    """One place with its hours."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=PlaceKind, default=PlaceKind.REMOTE)
    settlement = models.ForeignKey(
        "accounts.Settlement", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("settlement")
    )
    address = models.CharField(_("address"), max_length=300, blank=True)
    directions = models.TextField(_("how to get there"), max_length=500, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    entrance = models.TextField(_("entrance"), max_length=400, blank=True)
    barrier_free = models.CharField(
        _("without barriers"), max_length=10, choices=YesNoUnknown, default=YesNoUnknown.UNKNOWN
    )
    accessibility = models.TextField(_("accessibility"), max_length=600, blank=True)
    amenities = ChoiceListField(_("amenities"), choices_enum=Amenity)
    amenities_note = models.TextField(_("about the amenities"), max_length=400, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    booking = models.CharField(_("booking"), max_length=10, choices=Booking, default=Booking.NONE)
    booking_url = models.URLField(_("address for booking"), blank=True)
    booking_note = models.CharField(_("about booking"), max_length=250, blank=True)
    follows_calendar = models.BooleanField(
        _("closed on days off of the working calendar"),
        default=True,
        help_text=_("Public holidays and closures that the calendar of the site names."),
    )
    closed_reason = models.CharField(
        _("temporarily closed: why"),
        max_length=250,
        blank=True,
        help_text=_("While it is filled in, the place counts as closed; its hours are kept."),
    )
    closed_until = models.DateField(
        _("closed until"),
        null=True,
        blank=True,
        help_text=_("The last day on which it is closed; it opens by its hours on the next day. Empty: not known."),
    )

    base_form_class = PlacePageForm
    objects = PageManager.from_queryset(PlacePageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("kind"),
        MultiFieldPanel(
            [
                FieldPanel("settlement"),
                FieldPanel("address"),
                FieldPanel("directions"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Where"),
        ),
        MultiFieldPanel(
            [FieldPanel("entrance"), FieldPanel("barrier_free"), FieldPanel("accessibility")], heading=_("Entrance")
        ),
        MultiFieldPanel([FieldPanel("amenities"), FieldPanel("amenities_note")], heading=_("Amenities")),
        InlinePanel("phones", label=_("phone"), heading=_("Phones")),
        FieldPanel("email"),
        MultiFieldPanel(
            [FieldPanel("booking"), FieldPanel("booking_url"), FieldPanel("booking_note")], heading=_("Booking")
        ),
    ]
    hours_panels = [
        InlinePanel("intervals", label=_("interval"), heading=_("Hours of the week")),
        InlinePanel("exceptions", label=_("exception"), heading=_("Other hours on certain days")),
        FieldPanel("follows_calendar"),
        MultiFieldPanel([FieldPanel("closed_reason"), FieldPanel("closed_until")], heading=_("Temporarily closed")),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(hours_panels, heading=_("Hours")),
            ObjectList(BasePage.promote_panels, heading=_("Promote")),
            ObjectList(ReviewedPage.settings_panels, heading=_("Settings")),
        ]
    )
    search_fields = [*ReviewedPage.search_fields, index.SearchField("lead"), index.SearchField("address")]

    template = "cms/place_page.html"
    parent_page_types = ["cms.PlaceIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        permissions = [("announce_placepage", _("Can announce that a place is closed on some days"))]

    def clean(self):
        """Booking on a site needs the site; a position needs both numbers."""
        super().clean()
        if self.booking == Booking.LINK and not self.booking_url:
            raise ValidationError({"booking_url": _("Give the address of the site for booking.")})
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": _("Give both latitude and longitude, or neither.")})

    def get_context(self, request, *args, **kwargs):
        """Add the state, the week, what differs soon and what can be done here."""
        context = super().get_context(request, *args, **kwargs)
        context.update(place_reading.context_of(self, request))
        return context

    @property
    def amenity_pairs(self):
        """The amenities as (value, label), in the order of the enum."""
        chosen = set(self.amenities or ())
        return [(choice.value, choice.label) for choice in Amenity if choice.value in chosen]


class PlacePhone(Orderable):
    """One number of a place."""

    place = ParentalKey(PlacePage, on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(_("number"), max_length=40)
    label = models.CharField(_("whose"), max_length=120, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    panels = [FieldRowPanel([FieldPanel("number"), FieldPanel("label"), FieldPanel("checked_on")])]

    class Meta(Orderable.Meta):
        verbose_name = _("phone")
        verbose_name_plural = _("phones")

    def __str__(self):
        return self.number

    @property
    def href(self):
        """The address that a telephone dials."""
        return "tel:" + "".join(sign for sign in self.number if sign.isdigit() or sign == "+")


class OpeningInterval(Orderable):
    """Hours of one day of the week, of the place or of one service in it."""

    place = ParentalKey(PlacePage, on_delete=models.CASCADE, related_name="intervals")
    service = models.ForeignKey(
        "cms.ServicePage",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only for the service"),
        help_text=_("Leave empty for the hours of the whole place."),
    )
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))
    kind = models.CharField(_("kind"), max_length=12, choices=IntervalKind, default=IntervalKind.WALK_IN)

    panels = [
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes"), FieldPanel("kind")]),
        PageChooserPanel("service"),
    ]

    class Meta:
        ordering = ["weekday", "opens", "pk"]
        verbose_name = _("interval")
        verbose_name_plural = _("intervals")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="cms_interval_close_after_open",
                violation_error_message=_("The closing time must be later than the opening time."),
            )
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class OpeningException(models.Model):
    """Days on which the place is closed or works other hours."""

    place = ParentalKey(PlacePage, on_delete=models.CASCADE, related_name="exceptions")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    is_closed = models.BooleanField(pgettext_lazy("reception", "closed"), default=True)
    opens = models.TimeField(_("opens"), null=True, blank=True)
    closes = models.TimeField(_("closes"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200)

    panels = [
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldRowPanel([FieldPanel("is_closed"), FieldPanel("opens"), FieldPanel("closes")]),
        FieldPanel("reason"),
    ]

    class Meta:
        ordering = ["first_day", "pk"]
        verbose_name = _("exception")
        verbose_name_plural = _("exceptions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="cms_exception_last_day_after_first",
                violation_error_message=_("The last day must not be before the first."),
            ),
            models.CheckConstraint(
                condition=models.Q(is_closed=True, opens__isnull=True, closes__isnull=True)
                | models.Q(is_closed=False, opens__isnull=False, closes__isnull=False, closes__gt=models.F("opens")),
                name="cms_exception_closed_or_hours",
                violation_error_message=_("Tick “closed” without hours, or give hours that end after they begin."),
            ),
        ]

    def __str__(self):
        return f"{self.first_day}–{self.last_day}: {self.reason}"


class PlaceIndexPage(RoutablePageMixin, BasePage):
    """All places: the list first, the map second."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]

    template = "cms/place_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.PlacePage"]

    class Meta:
        verbose_name = _("list of places")
        verbose_name_plural = _("lists of places")

    def places(self, user=None):
        """All places that this reader may see here."""
        return PlacePage.objects.child_of(self).visible_to(user).listed().with_hours().in_order()

    def get_context(self, request, *args, **kwargs):
        """Add the filtered list and what the map needs, if the site has tiles."""
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = place_listing.PlaceListing(self, request.GET)
        context["map"] = map_of(request, context["listing"].found)
        return context

    def serve(self, request, *args, **kwargs):
        """Let the page, and only it, fetch tiles from the address of the settings."""
        return allow_tiles(super().serve(request, *args, **kwargs))
