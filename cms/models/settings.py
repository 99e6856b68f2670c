"""What an editor says once about the community and the centre: names, contacts, hours, social networks."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from cms.place_map import check_tiles


class Weekday(models.IntegerChoices):
    """Days of the week as `date.weekday()` numbers them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class SocialNetwork(models.TextChoices):
    """Networks that communities use; the name is the network's own."""

    FACEBOOK = "facebook", "Facebook"
    TELEGRAM = "telegram", "Telegram"
    VIBER = "viber", "Viber"
    INSTAGRAM = "instagram", "Instagram"
    YOUTUBE = "youtube", "YouTube"
    OTHER = "other", _("another network")


@register_setting(icon="home", order=1)
class SiteSettings(ClusterableModel, BaseSiteSetting):
    """One row per site."""

    name = models.CharField(_("name of the community"), max_length=120, default="Територіальна громада")
    name_genitive = models.CharField(
        _("name in the genitive"),
        max_length=120,
        default="територіальної громади",
        help_text=_("“ЦНАП Зразкової громади”: used in the footer and in letters."),
    )
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    centre = models.CharField(_("name of the centre"), max_length=160, default="Центр надання адміністративних послуг")
    centre_en = models.CharField(
        _("name of the centre in English"), max_length=160, default="Administrative Service Centre", blank=True
    )
    logo = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("coat of arms or logo"),
        help_text=_("A square picture. Without one the site shows its own sign."),
    )
    address = models.CharField(_("postal address"), max_length=300, blank=True)
    address_en = models.CharField(_("postal address in English"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hotline = models.CharField(
        _("hotline"), max_length=40, blank=True, help_text=_("A short number, printed above every page.")
    )
    head_name = models.CharField(_("head of the community"), max_length=160, blank=True)
    head_position = models.CharField(_("position of the head"), max_length=200, blank=True)
    hours_note = models.CharField(
        _("note to the hours"), max_length=200, blank=True, help_text=_("For example: no break for lunch.")
    )
    personal_data_note = models.TextField(
        _("about personal data"),
        max_length=600,
        blank=True,
        help_text=_("Two or three sentences printed beside forms: why data are asked and who keeps them."),
    )
    map_tiles_url = models.CharField(
        _("address of map tiles"),
        max_length=300,
        blank=True,
        validators=[check_tiles],
        help_text=_(
            "With {z}, {x} and {y}, for example https://tiles.example.org/{z}/{x}/{y}.png. Empty: pages have no map, only "
            "lists. Readers’ browsers will ask this address for pictures, so choose a server that you may burden."
        ),
    )
    map_attribution = models.CharField(
        _("whose map it is"), max_length=200, blank=True, help_text=_("For example: © OpenStreetMap contributors.")
    )
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    select_related = ["logo"]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("name"), FieldPanel("name_genitive"), FieldPanel("name_en")],
                        heading=_("Community"),
                    ),
                    MultiFieldPanel([FieldPanel("centre"), FieldPanel("centre_en")], heading=_("Centre")),
                    MultiFieldPanel(
                        [FieldPanel("head_name"), FieldPanel("head_position")], heading=_("Head of the community")
                    ),
                    FieldPanel("logo"),
                ],
                heading=_("Names"),
            ),
            ObjectList(
                [
                    FieldPanel("address"),
                    FieldPanel("address_en"),
                    FieldRowPanel([FieldPanel("phone"), FieldPanel("hotline")]),
                    FieldPanel("email"),
                    InlinePanel("social_links", label=_("social network")),
                ],
                heading=_("Contacts"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "hours",
                        label=_("hours of reception"),
                        help_text=_("Two rows for one day are allowed when there is a break between them."),
                    ),
                    FieldPanel("hours_note"),
                ],
                heading=_("Hours"),
            ),
            ObjectList([FieldPanel("map_tiles_url"), FieldPanel("map_attribution")], heading=_("Map")),
            ObjectList([FieldPanel("personal_data_note")], heading=_("Personal data")),
        ]
    )

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")

    def __str__(self):
        return self.name

    def in_language(self, field):
        """The English twin of `field` for an English reader when it is filled in, otherwise the Ukrainian one."""
        english = getattr(self, f"{field}_en", "")
        return english if english and (get_language() or "uk").startswith("en") else getattr(self, field)


class ReceptionHours(Orderable):
    """One interval of reception on one day of the week."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    panels = [FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")])]

    class Meta:
        ordering = ["weekday", "opens"]
        verbose_name = _("hours of reception")
        verbose_name_plural = _("hours of reception")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="cms_hours_close_after_open",
                violation_error_message=_("The closing time must be later than the opening time."),
            )
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class SocialLink(Orderable):
    """A page of the community in a social network."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="social_links")
    network = models.CharField(_("network"), max_length=12, choices=SocialNetwork)
    url = models.URLField(_("address"))
    label = models.CharField(_("label"), max_length=60, blank=True, help_text=_("Needed for another network."))

    panels = [FieldPanel("network"), FieldPanel("url"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("social network")
        verbose_name_plural = _("social networks")

    def __str__(self):
        return self.label or self.get_network_display()
