"""Leaflets on paper: what was printed, where it hangs, what is out of date; and the launch kit of a new service."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel


class PointKind(models.TextChoices):
    """Kinds of places where leaflets hang or lie."""

    BOARD = "board", _("notice board")
    STAROSTA = "starosta", _("starosta’s office")
    CENTRE = "centre", _("service centre")
    SCHOOL = "school", _("school or kindergarten")
    HEALTH = "health", _("hospital or outpatient clinic")
    LIBRARY = "library", _("library or club")
    POST = "post", _("post office")
    SHOP = "shop", _("shop")
    OTHER = "other", _("another place")


class DistributionPoint(models.Model):
    """A place where leaflets hang or lie: a notice board, a starosta's office, a school."""

    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=10, choices=PointKind, default=PointKind.BOARD)
    settlement = models.ForeignKey(
        "accounts.Settlement", models.PROTECT, related_name="+", verbose_name=_("settlement")
    )
    address = models.CharField(_("address"), max_length=250, blank=True)
    contact = models.CharField(
        _("whom to call"), max_length=200, blank=True, help_text=_("Name and phone of the keeper; only staff see it.")
    )
    is_active = models.BooleanField(_("in use"), default=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("settlement")]),
        FieldPanel("address"),
        FieldPanel("contact"),
        FieldPanel("is_active"),
        FieldPanel("note"),
    ]

    class Meta:
        ordering = ["settlement__order", "settlement__name", "name", "pk"]
        verbose_name = _("distribution point")
        verbose_name_plural = _("distribution points")
        constraints = [
            models.UniqueConstraint(
                fields=["settlement", "name"],
                name="cms_point_once",
                violation_error_message=_("This settlement already has a point with this name."),
            )
        ]

    def __str__(self):
        return f"{self.settlement.name}: {self.name}"


class RunState(models.TextChoices):
    """What a row of the register means today."""

    DRAFT = "draft", _("not printed yet")
    CURRENT = "current", _("up to date")
    OUTDATED = "outdated", _("outdated")


def _changed(prefix=""):
    """The condition: the page was published after the edition that was printed, or taken down since.

    The number of the edition decides when it was written down, because two editions may be of one day; else the day.
    """

    def name(field):
        return f"{prefix}{field}"

    other_number = models.Q(
        ~models.Q(**{name("edition_number"): models.F(name("service__live_revision_id"))}),
        **{name("edition_number__isnull"): False, name("service__live_revision__isnull"): False},
    )
    later_day = models.Q(
        **{
            name("edition_number__isnull"): True,
            name("service__last_published_at__date__gt"): models.F(name("edition_on")),
        }
    )
    taken_down = models.Q(**{name("service__live"): False})
    return models.Q(**{name("printed_on__isnull"): False}) & (other_number | later_day | taken_down)


class LeafletRunQuerySet(models.QuerySet):
    """Sentences about print runs."""

    def printed(self):
        """Runs that exist on paper."""
        return self.filter(printed_on__isnull=False)

    def drafts(self):
        """Runs that are only planned."""
        return self.filter(printed_on__isnull=True)

    def outdated(self):
        """Printed runs whose page says something newer now."""
        return self.filter(_changed())

    def current(self):
        """Printed runs that still say what the page says; leaflets without a page count as such."""
        return self.printed().exclude(pk__in=self.model.objects.outdated().values("pk"))

    def in_state(self, state):
        """Runs of one `RunState`; all of them for anything else."""
        kinds = {RunState.DRAFT: self.drafts, RunState.CURRENT: self.current, RunState.OUTDATED: self.outdated}
        return kinds[state]() if state in kinds else self


class LeafletRun(models.Model):
    """One print run of a leaflet: which edition of which page, how many copies, when."""

    service = models.ForeignKey(
        "cms.ServicePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="leaflet_runs",
        verbose_name=_("service"),
        help_text=_("Leave empty for a leaflet that is made from no page of this site."),
    )
    title = models.CharField(_("title"), max_length=255, blank=True, help_text=_("Taken from the service when empty."))
    edition_on = models.DateField(
        _("edition of"), null=True, blank=True, help_text=_("The date printed on the leaflet.")
    )
    edition_number = models.PositiveIntegerField(
        _("number of the edition"), null=True, blank=True, help_text=_("Printed beside the date, after №.")
    )
    copies = models.PositiveIntegerField(_("copies"), null=True, blank=True, validators=[MinValueValidator(1)])
    printed_on = models.DateField(
        _("printed on"), null=True, blank=True, help_text=_("Leave empty while it is only planned.")
    )
    cost = models.DecimalField(
        _("cost, UAH"), max_digits=10, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = LeafletRunQuerySet.as_manager()

    panels = [
        PageChooserPanel("service"),
        FieldPanel("title"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("edition_on"), FieldPanel("edition_number")])], heading=_("Edition")
        ),
        FieldRowPanel([FieldPanel("copies"), FieldPanel("printed_on"), FieldPanel("cost")]),
        FieldPanel("note"),
    ]

    class Meta:
        ordering = [models.F("printed_on").desc(nulls_first=True), "-pk"]
        verbose_name = _("print run")
        verbose_name_plural = _("print runs")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(printed_on__isnull=True)
                | models.Q(copies__gt=0, copies__isnull=False, edition_on__isnull=False),
                name="cms_run_printed_is_whole",
                violation_error_message=_("A printed run needs the date of its edition and the number of copies."),
            ),
            models.CheckConstraint(
                condition=models.Q(service__isnull=False) | ~models.Q(title=""),
                name="cms_run_has_name",
                violation_error_message=_("Choose a service or write a title."),
            ),
        ]

    def __str__(self):
        day = f", {self.edition_on:%d.%m.%Y}" if self.edition_on else ""
        return f"{self.title}{day}"

    def save(self, *args, **kwargs):
        """Keep the title after the page is gone."""
        if not self.title and self.service is not None:
            self.title = self.service.title
        super().save(*args, **kwargs)

    @property
    def state(self):
        """The twin of `in_state` for one row; looks at the page of the run."""
        if self.printed_on is None:
            return RunState.DRAFT
        return RunState.OUTDATED if self.is_outdated() else RunState.CURRENT

    def is_outdated(self):
        """The twin of `outdated` for one row."""
        page = self.service
        if page is None or self.printed_on is None:
            return False
        if not page.live:
            return True
        if self.edition_number is not None and page.live_revision_id is not None:
            return self.edition_number != page.live_revision_id
        if self.edition_number is not None or page.last_published_at is None:
            return False
        return timezone.localdate(page.last_published_at) > self.edition_on


class LeafletPlaceQuerySet(models.QuerySet):
    """Sentences about what hangs where."""

    def hanging(self):
        """What was not taken down yet."""
        return self.filter(replaced_on__isnull=True)

    def outdated(self):
        """What hangs and must be replaced."""
        return self.hanging().filter(_changed("run__"))


class LeafletPlace(models.Model):
    """So many copies of a run hang or lie at a point since a day."""

    run = models.ForeignKey(LeafletRun, models.CASCADE, related_name="places", verbose_name=_("print run"))
    point = models.ForeignKey(
        DistributionPoint, models.PROTECT, related_name="leaflets", verbose_name=_("distribution point")
    )
    since = models.DateField(_("hangs since"), default=timezone.localdate)
    quantity = models.PositiveIntegerField(_("how many"), default=1, validators=[MinValueValidator(1)])
    replaced_on = models.DateField(
        _("taken down on"), null=True, blank=True, help_text=_("Leave empty while it hangs.")
    )

    objects = LeafletPlaceQuerySet.as_manager()

    panels = [
        FieldPanel("run"),
        FieldPanel("point"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("quantity"), FieldPanel("replaced_on")]),
    ]

    class Meta:
        ordering = ["-since", "-pk"]
        verbose_name = _("leaflet at a point")
        verbose_name_plural = _("leaflets at points")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(replaced_on__isnull=True) | models.Q(replaced_on__gte=models.F("since")),
                name="cms_leaflet_replaced_after_hung",
                violation_error_message=_("It cannot be taken down before it was hung."),
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0),
                name="cms_leaflet_quantity_positive",
                violation_error_message=_("How many must be above zero."),
            ),
        ]

    def __str__(self):
        return f"{self.point}: {self.run}"


class NoticeForSubscribersState(models.TextChoices):
    """How far the text is."""

    DRAFT = "draft", _("draft")
    READY = "ready", _("ready to send")


class SubscriberNotice(models.Model):
    """A text for subscribers that waits until a mailing takes it."""

    page = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, related_name="+", verbose_name=_("page"), help_text=_("What it is about.")
    )
    subject = models.CharField(_("subject"), max_length=150)
    text = models.TextField(_("text"), max_length=2000, help_text=_("Plain text; the address of the page is in it."))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=NoticeForSubscribersState,
        default=NoticeForSubscribersState.DRAFT,
    )
    created_at = models.DateTimeField(_("written"), auto_now_add=True)

    panels = [PageChooserPanel("page"), FieldPanel("subject"), FieldPanel("text"), FieldPanel("state")]

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("notice for subscribers")
        verbose_name_plural = _("notices for subscribers")

    def __str__(self):
        return self.subject


class ServiceKit(models.Model):
    """What the launch of a service made, so that a second press makes nothing twice."""

    service = models.OneToOneField("cms.ServicePage", models.CASCADE, related_name="kit", verbose_name=_("service"))
    announcement = models.ForeignKey(
        "cms.NewsPage", models.SET_NULL, null=True, related_name="+", verbose_name=_("announcement")
    )
    run = models.ForeignKey(LeafletRun, models.SET_NULL, null=True, related_name="+", verbose_name=_("leaflet"))
    notice = models.ForeignKey(
        SubscriberNotice, models.SET_NULL, null=True, related_name="+", verbose_name=_("notice for subscribers")
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("launch kit of a service")
        verbose_name_plural = _("launch kits of services")

    def __str__(self):
        return str(self.service)
